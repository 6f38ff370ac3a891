using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>
/// Splits an article into its passages, in order. Every character of a block that is not white space lies in exactly one
/// passage, and in exactly one sentence of it.
/// </summary>
public static class PassageSplitter
{
    /// <summary>The passages of an article, within the usual bounds.</summary>
    /// <returns>At least one, unless the article's text is blank.</returns>
    public static ImmutableArray<Passage> Split(Article article) => Split(article, PassageBounds.Default);

    /// <summary>The passages of an article.</summary>
    /// <param name="article">The article; one without blocks is split where blank lines stand.</param>
    /// <param name="bounds">How long they may be.</param>
    /// <returns>At least one, unless the article's text is blank.</returns>
    public static ImmutableArray<Passage> Split(Article article, PassageBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(bounds);
        return
        [
            .. new ShortParagraphs(article, bounds).Join(Drafts(article))
                .SelectMany(draft => PassageDivision.Divide(draft, bounds.For(draft.Kind)))
                .Select((draft, index) => draft.Number(article, index + 1)),
        ];
    }

    private static IEnumerable<PassageDraft> Drafts(Article article)
    {
        var path = new HeadingPath();
        foreach (var block in article.Blocks.IsDefaultOrEmpty ? BlankLines.Blocks(article.Text) : article.Blocks)
        {
            var units = BlockUnits.Of(article, block);
            if (units.Length == 0)
            {
                continue;
            }

            if (block.Kind == BlockKind.Heading)
            {
                path.Leave(block.Level);
            }

            yield return new(block, path.Current, TableHeader(article, block), units);
            if (block.Kind == BlockKind.Heading)
            {
                // What is too long for a sentence is hardly a heading; its beginning will do as context.
                var words = block.Span.Length <= LongSentence.MostLength ? block.Span : units[0][0];
                path.Enter(block.Level, words.In(article.Text).Trim());
            }
        }
    }

    private static string? TableHeader(Article article, Block block) =>
        block is { Kind: BlockKind.Table, HasHeader: true, Parts: [var header, ..] } ? header.In(article.Text).Trim() : null;
}
