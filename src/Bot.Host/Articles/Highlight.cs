using Bot.Knowledge.Articles;

namespace Bot.Host.Articles;

/// <summary>The cited words on a page.</summary>
/// <param name="Id">The citation's id, which is the mark's.</param>
/// <param name="Span">Where they stand in the article's text; empty for a field.</param>
/// <param name="Field">The front matter field they are, if they are.</param>
internal sealed record Highlight(string Id, TextSpan Span, ArticleField? Field)
{
    /// <summary>Whether words of the text are marked.</summary>
    public bool InText => Field is null && Span.Length > 0;
}
