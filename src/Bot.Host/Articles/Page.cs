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

    public string Words(string name) => PageWords.Of(name, Language);

    /// <summary>The whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="main">Writes what it is about.</param>
    public string Write(string title, Action<Html> main)
    {
        var html = new Html();
        html.Write($"<!DOCTYPE html>\n<html lang=\"{Language}\" dir=\"{PageWords.Direction(Language)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Write($"<title>{title}</title>\n<link rel=\"stylesheet\" href=\"{Root}{StyleSheet.Path}\">\n");
        if (Canonical is not null)
        {
            html.Write($"<link rel=\"canonical\" href=\"{Canonical}\">\n");
        }

        if (!Listed)
        {
            html.Write($"<meta name=\"robots\" content=\"noindex\">\n");
        }

        html.Write($"</head>\n<body>\n<header class=\"site\"><a href=\"{Root}/articles\">{Words("Articles")}</a></header>\n<main>\n");
        main(html);
        html.Write($"</main>\n<footer class=\"site\"><a href=\"{Root}/privacy\">{Words("Privacy")}</a> <a href=\"{Root}/terms\">{Words("Terms")}</a></footer>\n");
        return html.Write($"</body>\n</html>\n").ToString();
    }
}
