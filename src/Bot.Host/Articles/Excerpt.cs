using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Host.Articles;

/// <summary>The blocks of an article that its <see cref="Article.Display"/> lets a page show.</summary>
internal static class Excerpt
{
    public static ImmutableArray<Block> Of(ArticleView view) => view.Article.Display switch
    {
        ArticleDisplay.Full => view.Article.Blocks,
        ArticleDisplay.Excerpt when view.Highlight is { InText: true } highlight => Cited(view, highlight),
        _ => [],
    };

    private static ImmutableArray<Block> Cited(ArticleView view, Highlight highlight) =>
        [.. view.Passages.Where(passage => passage.Span.Overlaps(highlight.Span)).SelectMany(passage => Within(view.Article, passage))];

    private static IEnumerable<Block> Within(Article article, Passage passage) => article.Blocks
        .Where(block => block.Span.Overlaps(passage.Span))
        .Select(block => block with
        {
            Span = new(Math.Max(block.Span.Start, passage.Span.Start), Math.Min(block.Span.End, passage.Span.End)),
            Parts = [.. block.Parts.Where(part => part.Overlaps(passage.Span))],
            HasHeader = block.HasHeader && block.Parts[0].Overlaps(passage.Span),
        });
}
