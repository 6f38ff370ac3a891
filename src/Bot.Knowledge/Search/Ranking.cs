namespace Bot.Knowledge.Search;

/// <summary>How the parts of a sentence's score are made and weighed.</summary>
internal sealed record Ranking
{
    /// <summary>The weights and parameters in use.</summary>
    public static Ranking Default { get; } = new();

    public Bm25 Sentence { get; init; } = new(0.3, 0.4);

    public Bm25 Window { get; init; } = new(0.6, 0.4);

    public Bm25 Paragraph { get; init; } = new(0.6, 0.4);

    /// <summary>For headings and titles alike: few words, each there once.</summary>
    public Bm25 Heading { get; init; } = new(0.3, 0.3);

    public double WindowWeight { get; init; } = 0.75;

    public double ParagraphWeight { get; init; } = 1;

    public double HeadingWeight { get; init; } = 0.2;

    public double TitleWeight { get; init; } = 0.4;

    /// <summary>The weighted sum of the parts.</summary>
    public double Score(in ScoreParts parts) =>
        parts.Sentence + (WindowWeight * parts.Window) + (ParagraphWeight * parts.Paragraph)
        + (HeadingWeight * parts.Heading) + (TitleWeight * parts.Title);
}
