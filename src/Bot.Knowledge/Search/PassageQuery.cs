namespace Bot.Knowledge.Search;

/// <summary>What to look for in a snapshot.</summary>
/// <param name="Text">The words to look for: a question, in any language.</param>
public sealed record PassageQuery(string Text)
{
    /// <summary>Look only in these articles (slugs); <see langword="null"/> means in all.</summary>
    public IReadOnlySet<string>? Articles { get; init; }

    /// <summary>
    /// Look only in what readers may see at this moment; <see langword="null"/> means in drafts and withdrawn articles too.
    /// </summary>
    public DateTimeOffset? PublicAt { get; init; }

    /// <summary>At most this many sentences, best first.</summary>
    public int Limit { get; init; } = 50;
}
