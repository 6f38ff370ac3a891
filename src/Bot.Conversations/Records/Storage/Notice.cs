namespace Bot.Conversations.Records.Storage;

/// <summary>What processes that share a record tell each other.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Name">To what: a conversation or a turn.</param>
internal sealed record Notice(NoticeKind Kind, string Name);

/// <summary>The kinds of notice.</summary>
internal enum NoticeKind
{
    /// <summary>A conversation has a turn to be worked.</summary>
    Asked,

    /// <summary>A turn was withdrawn.</summary>
    Withdrawn,

    /// <summary>A turn came to its end.</summary>
    Settled,

    /// <summary>Something was said in a conversation.</summary>
    Said,

    /// <summary>Something passes by in a conversation, and is kept nowhere.</summary>
    Passing,
}
