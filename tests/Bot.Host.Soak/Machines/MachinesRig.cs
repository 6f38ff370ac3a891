using Bot.Conversations.Tests.Surroundings;

namespace Bot.Host.Soak.Machines;

/// <summary>Machines on one record with readers of every kind, and what they answer with: a scripted model, or the quoting engine.</summary>
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

    private readonly PostgresServer? _postgres;
    private readonly SlowModel? _model;
    private readonly Connector _connector;
    private readonly Surroundings _around;
    private readonly CancellationTokenSource _stop;
    private readonly string _folder;

    private MachinesRig(PostgresServer? postgres, SlowModel? model, Connector connector, KilledHosts hosts, SharedRecord? record, string folder)
    {
        (_postgres, _model, _connector, Hosts, SharedRecord, _folder, _stop) = (postgres, model, connector, hosts, record, folder, new());
        _around = new(hosts, Ledger, _stop.Token);
    }

    public KilledHosts Hosts { get; }

    public Ledger Ledger { get; } = new();

    /// <summary>The record of all machines; <see langword="null"/> for the SQLite file of one.</summary>
    public SharedRecord? SharedRecord { get; }

    /// <summary>Names this run's conversations.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N");

    /// <summary>
    /// Several machines on one PostgreSQL. They, it and the load share these processors: what takes longer than 0.8 s here has not failed, and whoever is
    /// killed after it told a reader to try again, and before it took the question out, leaves both to be answered.
    /// </summary>
    public static Task<MachinesRig> StartAsync(Arguments arguments, int processes) =>
        StartAsync(arguments, processes, arguments.Has("--quoting"), shares: true, [("Records__Within", $"00:00:{arguments.Number("--within", 5):00}")]);

    /// <summary>One machine that quotes, on a SQLite file unless <c>--postgres</c> asks for the other.</summary>
    public static Task<MachinesRig> StartAloneAsync(Arguments arguments, IEnumerable<(string Name, string Value)> more) =>
        StartAsync(arguments, 1, quotes: true, arguments.Has("--postgres"), more);

    private static async Task<MachinesRig> StartAsync(Arguments arguments, int processes, bool quotes, bool shares, IEnumerable<(string Name, string Value)> more)
    {
        var postgres = shares ? await PostgresServer.StartAsync() ?? throw new InvalidOperationException(PostgresServer.WhyNot) : null;
        var connection = postgres is null ? null : await postgres.NewDatabaseAsync();
        var model = quotes ? null : await SlowModel.StartAsync(TimeSpan.FromMilliseconds(arguments.Number("--model-ms", 300)));
        var connector = await Connector.StartAsync();
        var folder = Directory.CreateTempSubdirectory("bot-machines-").FullName;
        var hosts = await KilledHosts.StartAsync(arguments.Host, model?.Endpoint, folder, connection, processes, Limits.Concat(more));
        return new(postgres, model, connector, hosts, connection is null ? null : new(connection), folder);
    }

    /// <summary>Lets readers come, as many of each kind, and others.</summary>
    public Task<Asking> ComeAsync(int conversations, params ReadOnlySpan<IReader> others) => Asking.ComeAsync(Ledger, [.. Enumerable.Range(0, conversations).Select(ReaderOf), .. others], Words);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Hosts.DisposeAsync();
        _around.Dispose();
        await (SharedRecord?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _connector.DisposeAsync();
        await (_model?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_postgres?.DisposeAsync() ?? ValueTask.CompletedTask);
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
