using Bot.Answering.Answers;

namespace Bot.Conversations.Records;

/// <summary>A turn as the record has it.</summary>
public sealed record RecordedTurn
{
    /// <summary>Its name.</summary>
    public required TurnId Id { get; init; }

    /// <summary>The channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>The question.</summary>
    public required string Text { get; init; }

    /// <summary>How far it is.</summary>
    public required TurnState State { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>When it came to its end; <see langword="null"/> while open.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Whether only the reader who asked may see the answer.</summary>
    public bool Private { get; init; }

    /// <summary>The answer with the articles as they were; <see langword="null"/> while there is none.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The version of the prompt that had the answer composed; <see langword="null"/> when it was quoted, or there is none.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>What the channel calls the message that shows it; <see langword="null"/> when none does, or it has no name.</summary>
    public string? MessageId { get; init; }

    /// <summary>Why it is uncertain, failed or apologised, for operators.</summary>
    public string? Note { get; init; }

    /// <summary>The reader's words never get into a log by accident.</summary>
    public override string ToString() => $"{Id} {State}";
}
