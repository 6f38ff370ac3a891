using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>A passage to be, before it has a number.</summary>
/// <param name="Block">The block it comes from; for joined paragraphs the first one's.</param>
/// <param name="Heading">The headings it stands under.</param>
/// <param name="TableHeader">A table's header row.</param>
/// <param name="Units">
/// What it may be divided between, each as its sentences: the sentences of prose, the items of a list, the rows of a table. Never empty.
/// </param>
internal sealed record PassageDraft(Block Block, string? Heading, string? TableHeader, ImmutableArray<ImmutableArray<TextSpan>> Units)
{
    /// <summary>What it is.</summary>
    public PassageKind Kind => Block.Kind switch
    {
        BlockKind.Heading => PassageKind.Heading,
        BlockKind.List => PassageKind.List,
        BlockKind.Table => PassageKind.Table,
        BlockKind.Caption => PassageKind.Caption,
        BlockKind.Quote => PassageKind.Quote,
        _ => PassageKind.Paragraph,
    };

    /// <summary>From its first sentence to its last.</summary>
    public TextSpan Span => new(Units[0][0].Start, Units[^1][^1].End);

    /// <summary>The passage, with its place in the article.</summary>
    public Passage Number(Article article, int ordinal) => new(article, ordinal, Kind, Span, [.. Units.SelectMany(unit => unit)])
    {
        Heading = Heading,
        TableHeader = TableHeader,
        Credit = Block.Credit,
        Attribution = Block.Attribution,
    };
}
