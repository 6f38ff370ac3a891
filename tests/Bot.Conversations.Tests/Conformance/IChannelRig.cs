using Bot.Conversations.Asking;
using Bot.Conversations.Channels;

namespace Bot.Conversations.Tests.Conformance;

/// <summary>A channel with a far side that tests can look at and disturb. Each channel brings its own.</summary>
public interface IChannelRig
{
    /// <summary>The channel.</summary>
    IChannel Channel { get; }

    /// <summary>Whether its far side recognises repeats.</summary>
    bool RecognisesRepeats { get; }

    /// <summary>What readers see, in the order it appeared.</summary>
    IReadOnlyList<Shown> Shown { get; }

    /// <summary>A question as the channel would hand it in.</summary>
    IncomingQuestion Question(string conversation, string eventId, string text);

    /// <summary>The next delivery is shown, and no word of it comes back.</summary>
    void LoseNextReceipt();
}

/// <summary>Something a reader sees.</summary>
/// <param name="EventId">The event it answers.</param>
/// <param name="Address">Where.</param>
/// <param name="Private">Whether only the reader who asked sees it.</param>
/// <param name="Said">What.</param>
public sealed record Shown(string EventId, string Address, bool Private, Said Said);
