using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Gateway;
using Bot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

/// <summary>A scripted gateway, shards of ours on it, and a record on disk; one clock, which goes on whenever nothing else does.</summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly SqliteRig _record;
    private readonly World _world;
    private readonly RunningClock _clock;
    private readonly Underway _underway = new();

    private GatewayRig(ScriptedGateway gateway, SqliteRig record, World world, DiscordOptions options)
    {
        (Gateway, _record, _world) = (gateway, record, world);
        options.ApiUrl = gateway.ApiUrl + "/v10";
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(Some.NoLinks);
        services.AddSingleton(world.Get<ChannelState>());
        services.AddSingleton(new Random(1));
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddRest();
        services.AddSingleton<GatewaySessions>();
        services.AddSingleton<GatewayDirectory>();
        services.AddSingleton<IdentifySlots>();
        services.AddSingleton<IdentifyGate>();
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(_underway.Handler));
        _provider = services.BuildServiceProvider();
        _clock = new(Time, TimeSpan.FromMilliseconds(250), isBusy: () => HoldsClock || _underway.Any);
    }

    public ScriptedGateway Gateway { get; }

    public FakeTimeProvider Time { get; } = new();

    public KeptLog Log { get; } = new();

    /// <summary>Whether time stands still.</summary>
    public bool HoldsClock { get; set; }

    public ChannelState State => _world.Get<ChannelState>();

    public static async Task<GatewayRig> StartAsync(string token = ScriptedGateway.Token, string? presence = null)
    {
        var gateway = await ScriptedGateway.StartAsync();
        var record = new SqliteRig();
        var world = await World.StartAsync(record, new ScriptedChannel(recognises: true), new ScriptedAnswering());
        return new(gateway, record, world, new() { Token = token, Presence = presence });
    }

    /// <summary>Starts a shard, as a process would.</summary>
    public RunningShard Start(int id = 0, int count = 1, Func<string, CancellationToken, Task>? handler = null) => new(
        new(id, count),
        events => ActivatorUtilities.CreateInstance<GatewayShard>(_provider, new Shard(id, count), events),
        handler ?? ((_, _) => Task.CompletedTask));

    public async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        await _provider.DisposeAsync();
        await Gateway.DisposeAsync();
        await _world.DisposeAsync();
        await _record.DisposeAsync();
    }

    /// <summary>A shard that runs, and what it handed on.</summary>
    internal sealed class RunningShard : IGatewayEvents, IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Func<string, CancellationToken, Task> _handler;
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();

        public RunningShard(Shard shard, Func<IGatewayEvents, GatewayShard> create, Func<string, CancellationToken, Task> handler)
        {
            (Shard, _handler) = (shard, handler);
            Ended = Task.Run(() => create(this).RunAsync(_stop.Token, CancellationToken.None));
        }

        public Shard Shard { get; }

        /// <summary>Ends with what an operator has to do.</summary>
        public Task<Ending.Fatal?> Ended { get; }

        public ConcurrentQueue<string> Taken { get; } = new();

        public Task TakenAsync(string content) => Awaited(content).Task.WaitAsync(Some.Patience);

        public async Task TakeAsync(string type, JsonElement data, CancellationToken cancellationToken)
        {
            var content = type == "MESSAGE_CREATE" ? data.GetProperty("content").GetString()! : type;
            Taken.Enqueue(content);
            await _handler(content, cancellationToken);
            Awaited(content).TrySetResult();
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Ended;
            _stop.Dispose();
        }

        private TaskCompletionSource Awaited(string content) => _awaited.GetOrAdd(content, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
