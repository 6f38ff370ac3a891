using Bot.Knowledge.Articles;

namespace Bot.Conversations.Records.Rows;

/// <summary>An article as it was, stored once however many answers cite it or were made with it.</summary>
internal sealed class ArticleVersionRow
{
    public required string Hash { get; set; }

    public required string Slug { get; set; }

    /// <summary>The article as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>When an answer was last made with it, to the day.</summary>
    public required DateTimeOffset Seen { get; set; }
}

/// <summary>The version of an article that was last seen.</summary>
internal sealed class LastSeenRow
{
    public required string Slug { get; set; }

    public required string Hash { get; set; }

    public required ArticleStatus Status { get; set; }
}

/// <summary>Words that at least one answer cites, stored once.</summary>
internal sealed class CitedRow
{
    /// <summary>The citation's id: the same words at the same place of the same article.</summary>
    public required string Id { get; set; }

    public required string Slug { get; set; }

    /// <summary>The version they were first cited from.</summary>
    public required string Version { get; set; }

    public ArticleField? Field { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    /// <summary>The sentence they stand in.</summary>
    public int SentenceStart { get; set; }

    public int SentenceEnd { get; set; }

    public required string Quote { get; set; }
}
