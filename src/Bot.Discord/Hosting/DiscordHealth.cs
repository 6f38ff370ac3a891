using Bot.Discord.Gateway;
using Bot.Discord.Watching;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Hosting;

/// <summary>How Bot stands with Discord.</summary>
public sealed class DiscordHealth : IDisposable
{
    private readonly DiscordOptions _options;
    private readonly ShardGauges _gauges;
    private volatile IReadOnlyList<HostedShard> _shards = [];
    private volatile string? _stopped;

    internal DiscordHealth(IOptions<DiscordOptions> options) => (_options, _gauges) = (options.Value, new(Look));

    /// <inheritdoc/>
    public void Dispose() => _gauges.Dispose();

    /// <summary>How it is now.</summary>
    public DiscordState Look()
    {
        if (!_options.HasGateway)
        {
            return new(_options.PublicKey is null ? "off" : "http", null, null, null, _stopped);
        }

        var shards = _shards;
        var (connected, elsewhere) = (shards.Count(shard => shard.IsConnected), shards.Count(shard => !shard.IsOurs));
        return _stopped is { } reason
            ? new("stopped", 0, 0, shards.Count, reason)
            : new(shards.Count > 0 && connected + elsewhere == shards.Count ? "connected" : "connecting", connected, elsewhere, shards.Count, null);
    }

    internal void Begin(IReadOnlyList<HostedShard> shards) => _shards = shards;

    internal void End(Ending.Fatal fatal) => _stopped = fatal.Reason;
}

/// <summary>How Bot stands with Discord.</summary>
/// <param name="State"><c>off</c>, <c>http</c> (interactions over HTTP alone), <c>connecting</c>, <c>connected</c> or <c>stopped</c>.</param>
/// <param name="Connected">The shards that this process has connected.</param>
/// <param name="Elsewhere">The shards that are another process's.</param>
/// <param name="Shards">All shards; 0 while nobody knows.</param>
/// <param name="Reason">Why it is stopped, and what to do.</param>
public sealed record DiscordState(string State, int? Connected, int? Elsewhere, int? Shards, string? Reason);
