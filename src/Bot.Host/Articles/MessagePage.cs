namespace Bot.Host.Articles;

/// <summary>A page that only says something.</summary>
internal static class MessagePage
{
    /// <param name="page">The frame.</param>
    /// <param name="words">The name of what it says.</param>
    /// <param name="more">Writes what follows, if anything does.</param>
    public static string Write(Page page, string words, Action<Html>? more) => page.Write(page.Words(words), html =>
    {
        html.Write($"<article><h1>{page.Words(words)}</h1>\n");
        more?.Invoke(html);
        html.Write($"<p><a href=\"{page.Root}/articles\">{page.Words("AllArticles")}</a></p></article>\n");
    });
}
