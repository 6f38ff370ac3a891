using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.Discord.Channels;

/// <summary>
/// The names of an answer's messages, where Discord does not recognise one that comes again: a follow-up is noted before it is sent, so that it is
/// never sent twice.
/// </summary>
internal sealed class ShownParts(ChannelState? state)
{
    /// <summary>Stands for a message that was about to be sent: nobody knows whether it was.</summary>
    public const string Doubtful = "?";

    /// <summary>Stands for a message whose name Discord did not tell.</summary>
    public const string Nameless = "-";

    /// <summary>Those of some messages that have a name.</summary>
    public static IEnumerable<string> Named(string? messages) => messages?.Split(',').Where(name => name is not (Doubtful or Nameless or "")) ?? [];

    /// <summary>The messages, in order; empty when none is known.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(TurnId turn, CancellationToken cancellationToken) =>
        state is not null && await state.GetAsync(DiscordChannel.ChannelName, KeyOf(turn), cancellationToken).ConfigureAwait(false) is { Length: > 0 } kept ? kept.Split(',') : [];

    /// <summary>Remembers them.</summary>
    public Task KeepAsync(TurnId turn, IEnumerable<string> messages, CancellationToken cancellationToken) =>
        state?.RememberAsync(DiscordChannel.ChannelName, KeyOf(turn), string.Join(',', messages), cancellationToken) ?? Task.CompletedTask;

    private static string KeyOf(TurnId turn) => $"parts/{turn}";
}
