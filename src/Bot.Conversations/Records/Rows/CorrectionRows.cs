using Bot.Conversations.Corrections;

namespace Bot.Conversations.Records.Rows;

/// <summary>Cited words that read differently now, or whose article is withdrawn.</summary>
internal sealed class CorrectionRow
{
    public required Guid Id { get; set; }

    public required string Cited { get; set; }

    public CorrectionKind Kind { get; set; }

    public required string NewWords { get; set; }

    /// <summary>Of kind and new words: the same change is listed once.</summary>
    public required string ChangeHash { get; set; }

    public required DateTimeOffset Found { get; set; }

    public CorrectionState State { get; set; }

    public string? Wording { get; set; }

    public string? By { get; set; }

    public DateTimeOffset? Decided { get; set; }

    public List<TellingRow> Tellings { get; set; } = [];
}

/// <summary>A correction for one answer that was shown.</summary>
internal sealed class TellingRow
{
    public required Guid Id { get; set; }

    public Guid Correction { get; set; }

    public long Turn { get; set; }

    public TellingState State { get; set; }

    public DateTimeOffset? FirstTried { get; set; }

    public string? Note { get; set; }

    /// <summary>The whole line that the reader is told, in the reader's language.</summary>
    public string? Words { get; set; }
}
