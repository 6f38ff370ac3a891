using Bot.Conversations.Tests.Surroundings;

namespace Bot.Host.Soak.Machines;

/// <summary>Machines on one PostgreSQL with readers of every kind, and what they are asked with: a scripted model, or the quoting engine.</summary>
internal sealed class MachinesRig : IAsyncDisposable
{
    private static readonly (string Name, string Value)[] Limits =
    [
        ("Web__AnswerWithin", "00:00:30"),
        ("BotFramework__AllowAnonymousLoopback", "true"),
        ("DirectLine__ConversationsPerMinute", "1000000"),
        ("DirectLine__ActivitiesPerMinute", "1000000"),
        ("DirectLine__SocketsPerAddress", "1000000"),
        ("DirectLine__TokenLife", "1.00:00:00"),
        ("Turns__MostWaiting", "100000"),
    ];

    private readonly PostgresServer _postgres;
    private readonly SlowModel? _model;
    private readonly Connector _connector;
    private readonly Surroundings _around;
    private readonly CancellationTokenSource _stop;
    private readonly string _folder;

    private MachinesRig(PostgresServer postgres, SlowModel? model, Connector connector, KilledHosts hosts, string connection, string folder)
    {
        (_postgres, _model, _connector, Hosts, _folder, _stop) = (postgres, model, connector, hosts, folder, new());
        _around = new(hosts, Ledger, _stop.Token);
        Record = new(connection);
    }

    public KilledHosts Hosts { get; }

    public Ledger Ledger { get; } = new();

    public SharedRecord Record { get; }

    public PostgresServer Postgres => _postgres;

    /// <summary>Names this run's conversations.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N");

    public static async Task<MachinesRig> StartAsync(Arguments arguments, int processes)
    {
        var postgres = await PostgresServer.StartAsync() ?? throw new InvalidOperationException(PostgresServer.WhyNot);
        var connection = await postgres.NewDatabaseAsync();
        var model = arguments.Has("--quoting") ? null : await SlowModel.StartAsync(TimeSpan.FromMilliseconds(arguments.Number("--model-ms", 300)));
        var connector = await Connector.StartAsync();
        var folder = Directory.CreateTempSubdirectory("bot-machines-").FullName;
        var hosts = await KilledHosts.StartAsync(arguments.Host, model?.Endpoint, folder, connection, processes, Limits);
        return new(postgres, model, connector, hosts, connection, folder);
    }

    /// <summary>Lets readers come, as many of each kind.</summary>
    public Task<Asking> ComeAsync(int conversations) => Asking.ComeAsync(Ledger, [.. Enumerable.Range(0, conversations).Select(ReaderOf)], Words);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Hosts.DisposeAsync();
        _around.Dispose();
        await Record.DisposeAsync();
        await _connector.DisposeAsync();
        await (_model?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _postgres.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Words(int number) => _model is null ? WebChatTest.Asked[number % WebChatTest.Asked.Length] : $"How many kilometres does Line 1 of the tram run, case-{number}?";

    private IReader ReaderOf(int number) => (number % 6) switch
    {
        0 => new ApiReader(_around, Run, number, events: false),
        1 => new ApiReader(_around, Run, number, events: true),
        2 or 3 => new SocketReader(_around, Run, number),
        _ => new ActivityReader(_around, _connector, Run, number),
    };
}
