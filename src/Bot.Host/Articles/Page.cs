using System.Globalization;
using Bot.Host.Assets;

namespace Bot.Host.Articles;

/// <summary>The frame of every page.</summary>
/// <param name="Root">The path all pages are below; empty or as <c>/bot</c>.</param>
/// <param name="Language">The language of its own words.</param>
internal sealed record Page(string Root, string Language)
{
    /// <summary>The address of the page for search machines; <see langword="null"/> for none.</summary>
    public string? Canonical { get; init; }

    /// <summary>Whether search machines may list it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>The language that the address chose, for the addresses the page leads to; <see langword="null"/> when it did not.</summary>
    public string? Chosen { get; init; }

    /// <summary>Names the script that may run; <see langword="null"/> where none may.</summary>
    public string? Nonce { get; init; }

    /// <summary>The script's file.</summary>
    public string Script { get; init; } = "page.js";

    /// <summary>What stands around what it shows: <c>page</c>, or nothing in a frame of another site.</summary>
    public bool Framed { get; init; }

    /// <summary>After how many seconds it is to be loaded again; <see langword="null"/> for never.</summary>
    public int? AgainAfter { get; init; }

    public string Direction => PageWords.Direction(Language);

    /// <summary>A page for a reader.</summary>
    /// <param name="context">The request.</param>
    /// <param name="otherwise">The language of what it shows, where the reader asks for none.</param>
    public static Page For(HttpContext context, string otherwise) =>
        new(context.Request.PathBase, PageLanguage.Of(context, otherwise)) { Chosen = PageLanguage.Chosen(context.Request) };

    public string Words(string name, params object[] parts) => PageWords.Of(name, Language, parts);

    /// <summary>An address below the root, with the language the reader chose.</summary>
    /// <param name="path">Its path, with a query if it has one.</param>
    public string To(string path) => Chosen is null ? Root + path : $"{Root}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PageLanguage.Parameter}={Chosen}";

    /// <summary>The address of an article's page.</summary>
    public string ToArticle(string slug, string query = "") => To($"/articles/{string.Join('/', slug.Split('/').Select(Uri.EscapeDataString))}{query}");

    /// <summary>The whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="main">Writes what it is about.</param>
    /// <param name="beside">Writes what stands beside it.</param>
    public string Write(string title, Action<Html> main, Action<Html>? beside = null)
    {
        var html = new Html();
        Head(html, title);
        if (Framed)
        {
            html.Write($"<body class=\"framed\">\n");
            beside?.Invoke(html);
            return html.Write($"</body>\n</html>\n").ToString();
        }

        html.Write($"<body>\n<header class=\"site\"><a href=\"{To("/")}\">{Words("Articles")}</a></header>\n<main>\n");
        main(html);
        html.Write($"</main>\n<footer class=\"site\"><a href=\"{To("/privacy")}\">{Words("Privacy")}</a> <a href=\"{To("/terms")}\">{Words("Terms")}</a></footer>\n");
        beside?.Invoke(html);
        return html.Write($"</body>\n</html>\n").ToString();
    }

    private void Head(Html html, string title)
    {
        html.Write($"<!DOCTYPE html>\n<html lang=\"{Language}\" dir=\"{Direction}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, interactive-widget=resizes-content\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Write($"<title>{title}</title>\n<link rel=\"icon\" href=\"{Root}{PageAssets.PathOf("icon.svg")}\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{Root}{PageAssets.PathOf("page.css")}\">\n");
        if (Nonce is not null)
        {
            html.Write($"<script type=\"module\" nonce=\"{Nonce}\" src=\"{Root}{PageAssets.PathOf(Script)}\"></script>\n");
        }

        if (Canonical is not null)
        {
            html.Write($"<link rel=\"canonical\" href=\"{Canonical}\">\n");
        }

        if (AgainAfter is { } seconds)
        {
            html.Write($"<meta http-equiv=\"refresh\" content=\"{seconds.ToString(CultureInfo.InvariantCulture)}\">\n");
        }

        if (!Listed)
        {
            html.Write($"<meta name=\"robots\" content=\"noindex\">\n");
        }

        html.Write($"</head>\n");
    }
}
