using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;

namespace Bot.Discord.Gateway;

/// <summary>A session that may be taken up again.</summary>
/// <param name="Id">Its name.</param>
/// <param name="ResumeUrl">Where it is taken up.</param>
/// <param name="Sequence">The last event that is dealt with.</param>
internal sealed record GatewaySession(string Id, string ResumeUrl, long Sequence);

/// <summary>Keeps sessions in the record, so that a restart takes them up and costs no identify.</summary>
internal sealed class GatewaySessions(ChannelState state)
{
    /// <summary>The channel's name in the record.</summary>
    public const string Channel = DiscordChannel.ChannelName;

    /// <summary>The session of a shard; <see langword="null"/> when there is none.</summary>
    public async Task<GatewaySession?> FindAsync(Shard shard, CancellationToken cancellationToken) =>
        await state.GetAsync(Channel, KeyOf(shard), cancellationToken).ConfigureAwait(false) is { } kept ? JsonSerializer.Deserialize(kept, GatewayJson.Default.GatewaySession) : null;

    /// <summary>Keeps the session of a shard, or that there is none.</summary>
    public Task KeepAsync(Shard shard, GatewaySession? session, CancellationToken cancellationToken) =>
        state.SetAsync(Channel, KeyOf(shard), session is null ? null : JsonSerializer.Serialize(session, GatewayJson.Default.GatewaySession), cancellationToken);

    private static string KeyOf(Shard shard) => $"gateway/session/{shard}";
}

/// <summary>One of the connections that a bot's guilds are spread over.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Shard(int Id, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id}/{Count}");
}

/// <summary>What is kept and sent, as JSON.</summary>
[JsonSerializable(typeof(GatewaySession))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class GatewayJson : JsonSerializerContext;
