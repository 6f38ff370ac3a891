namespace Bot.Knowledge.Reading.Formats;

/// <summary>The kinds of file that hold articles, by extension.</summary>
internal static class ArticleFormats
{
    private const string Known = ".md, .txt, .html, .htm and .jsonl";

    // A table of cases beside the articles.
    private const string Cases = ".tests.jsonl";

    public static bool Knows(string path) =>
        Extension(path) is ".md" or ".txt" or ".html" or ".htm" or ".jsonl" && !path.EndsWith(Cases, StringComparison.OrdinalIgnoreCase);

    public static IArticleFormat Of(string path, KnowledgeOptions options) => Extension(path) switch
    {
        ".md" => new MarkdownFormat(options),
        ".txt" => new PlainTextFormat(options),
        ".html" or ".htm" => new HtmlFormat(options),
        ".jsonl" => new JsonLinesFormat(options),
        var other => throw new UnreadableException(null, $"Files of the kind '{other}' hold no articles.", $"Articles are {Known} files."),
    };

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
