using Bot.Answering.Tracing;

namespace Bot.Conversations.Channels;

/// <summary>
/// A way to readers: Discord, Teams, our own page, the HTTP API. It hands questions to <c>Reception</c> and shows what the record
/// hands back. It never decides what is left to do: the record does, also after a crash and on another machine.
/// </summary>
/// <remarks>Registered as a singleton <see cref="IChannel"/>; called from many threads at once, for one conversation from one at a time.</remarks>
public interface IChannel
{
    /// <summary>The channel's name in the record; it never changes. Lower case, at most 32 characters.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the far side would show <paramref name="delivery"/> once only if it came again now, by its <see cref="Delivery.Key"/> or because it
    /// replaces a message in place. Where it does, a delivery of unknown fate is repeated; elsewhere it is marked uncertain.
    /// </summary>
    bool RecognisesRepeat(Delivery delivery);

    /// <summary>Shows how far an answer is. Best effort: never repeated, and a failure is no failure of the turn.</summary>
    Task ProgressAsync(Place place, AnswerStage stage, CancellationToken cancellationToken);

    /// <summary>
    /// Shows it to the reader. Private things (<see cref="Place.Private"/>) go only where that reader alone sees them: when that is no longer
    /// possible the channel returns <see cref="Receipt.NotShown"/>, and never falls back to a public place.
    /// </summary>
    /// <returns>What became of it. Anything thrown counts as <see cref="Receipt.Unknown"/>.</returns>
    Task<Receipt> DeliverAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a correction to a message that was shown earlier: by editing it, or by a reply to it when it cannot be edited.
    /// </summary>
    /// <returns>What became of it; <see cref="Receipt.NotShown"/> without a time when the channel can do neither, so that an editor sees it.</returns>
    Task<Receipt> EditAsync(Delivery delivery, string messageId, CancellationToken cancellationToken);

    /// <summary>Takes back what was shown of a turn that is cancelled: a placeholder, typing, or an answer just shown. Best effort.</summary>
    /// <param name="place">Where it was shown.</param>
    /// <param name="messageId">The message, if there is one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task DeleteAsync(Place place, string? messageId, CancellationToken cancellationToken);
}
