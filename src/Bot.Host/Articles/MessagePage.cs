namespace Bot.Host.Articles;

/// <summary>A page that only says something.</summary>
internal static class MessagePage
{
    /// <param name="page">The frame.</param>
    /// <param name="title">What it says.</param>
    /// <param name="more">Writes what follows, if anything does.</param>
    public static string Write(Page page, string title, Action<Html>? more) => page.Write(title, html =>
    {
        html.Write($"<article><h1>{title}</h1>\n");
        more?.Invoke(html);
        html.Write($"<p><a href=\"{page.To("/")}\">{page.Words("AllArticles")}</a></p></article>\n");
    });
}
