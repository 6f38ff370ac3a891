using System.Diagnostics.Metrics;
using Bot.Discord.Hosting;

namespace Bot.Discord.Watching;

/// <summary>Measures, when somebody looks, how many shards are connected.</summary>
internal sealed class ShardGauges : IDisposable
{
    private readonly Meter _meter = new(DiscordMetrics.Name);

    public ShardGauges(Func<DiscordState> look)
    {
        _meter.CreateObservableGauge("bot.discord.shards", () => Shards(look()), "{shard}", "Shards of the gateway: those this process has connected, those that are another's, and those nobody has yet.");
        _meter.CreateObservableGauge("bot.discord.stopped", () => Stopped(look()), description: "1 when Bot stays away from Discord until an operator does something.");
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<int>> Shards(DiscordState state) =>
        state is { Connected: { } connected, Elsewhere: { } elsewhere, Shards: { } all }
            ? [Of(connected, "connected"), Of(elsewhere, "elsewhere"), Of(Math.Max(0, all - connected - elsewhere), "missing")]
            : [];

    // Where there is no gateway nobody is told of one.
    private static IEnumerable<Measurement<int>> Stopped(DiscordState state) => state.State is "off" or "http" ? [] : [new(state.State == "stopped" ? 1 : 0)];

    private static Measurement<int> Of(int count, string state) => new(count, new KeyValuePair<string, object?>("state", state));
}
