using Bot.Conversations.Channels;

namespace Bot.Conversations.Records.Rows;

/// <summary>A question and what became of it.</summary>
internal sealed class TurnRow
{
    /// <summary>Its place in the order of all turns.</summary>
    public long Seq { get; set; }

    public required Guid Id { get; set; }

    public required string Channel { get; set; }

    public required string EventId { get; set; }

    /// <summary>Hashed with the key.</summary>
    public required string Conversation { get; set; }

    /// <summary>Hashed with the key.</summary>
    public required string Asker { get; set; }

    public required string Text { get; set; }

    /// <summary>Encrypted with the key.</summary>
    public required byte[] Address { get; set; }

    public bool Private { get; set; }

    /// <summary>The turns that came with the question, as JSON; <see langword="null"/> when the record's own count.</summary>
    public string? History { get; set; }

    public string? Article { get; set; }

    /// <summary>The articles that may be asked, as JSON; <see langword="null"/> when every one may.</summary>
    public string? Scope { get; set; }

    public string? Locale { get; set; }

    public DateTimeOffset? Asked { get; set; }

    public required DateTimeOffset Received { get; set; }

    public DateTimeOffset? Deadline { get; set; }

    public TurnState State { get; set; }

    /// <summary>Raised by each claim: a write with an older one writes nothing.</summary>
    public int Epoch { get; set; }

    public int Attempts { get; set; }

    /// <summary>How often the event was handed in again and acknowledged again.</summary>
    public int Repeats { get; set; }

    /// <summary>An apology is to be shown instead of an answer.</summary>
    public ApologyReason? Apology { get; set; }

    public DateTimeOffset? FirstTried { get; set; }

    public DateTimeOffset? Ended { get; set; }

    public string? MessageId { get; set; }

    public string? Note { get; set; }

    public AnswerRow? Answer { get; set; }
}
