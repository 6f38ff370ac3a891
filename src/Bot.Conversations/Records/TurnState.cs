namespace Bot.Conversations.Records;

/// <summary>How far a turn is. The first four are open: somebody has still to do something.</summary>
public enum TurnState
{
    /// <summary>In the record, acknowledged, waiting for its turn.</summary>
    Recorded = 0,

    /// <summary>Being answered.</summary>
    Answering = 1,

    /// <summary>The answer is in the record and not yet shown.</summary>
    Answered = 2,

    /// <summary>Sent to a channel that recognises no repeats, and no word back yet: never sent again.</summary>
    Delivering = 3,

    /// <summary>The reader has the answer.</summary>
    Delivered = 10,

    /// <summary>The reader may or may not have it: nobody knows. Operators see it.</summary>
    Uncertain = 11,

    /// <summary>The reader got an apology instead.</summary>
    Apologised = 12,

    /// <summary>The reader withdrew the question.</summary>
    Cancelled = 13,

    /// <summary>The channel refused for good. Operators see it.</summary>
    Failed = 14,
}
