namespace Bot.Conversations.Records.Rows;

/// <summary>The answer to a turn.</summary>
internal sealed class AnswerRow
{
    public long Turn { get; set; }

    /// <summary>The outcome's name.</summary>
    public required string Outcome { get; set; }

    public required string Text { get; set; }

    public required string Engine { get; set; }

    public string? PromptVersion { get; set; }

    public required DateTimeOffset Made { get; set; }

    public double ElapsedMs { get; set; }

    /// <summary>The whole answer as JSON; articles by the hash of their version.</summary>
    public required string Document { get; set; }

    /// <summary>The hashes of the versions it needs, parted by spaces.</summary>
    public required string Versions { get; set; }

    /// <summary>The whole trace as JSON, compressed with Brotli.</summary>
    public required byte[] Trace { get; set; }

    /// <summary>The key of what it was made of; <see langword="null"/> when that is not kept.</summary>
    public string? Sources { get; set; }

    /// <summary>When it was looked at what is public.</summary>
    public DateTimeOffset? Moment { get; set; }

    /// <summary>How many turns before it the question came with.</summary>
    public int? Recalled { get; set; }

    public List<CitationRow> Citations { get; set; } = [];
}

/// <summary>Says that an answer cites words.</summary>
internal sealed class CitationRow
{
    public long Turn { get; set; }

    public int Number { get; set; }

    /// <summary>The citation's id.</summary>
    public required string Cited { get; set; }
}
