using Bot.Host.Serving;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Articles;

/// <summary>The language of a page's own words: what its address says, else what the reader's side asks for, else that of what it shows.</summary>
internal static class PageLanguage
{
    /// <summary>The parameter of an address that chooses the language.</summary>
    public const string Parameter = "lang";

    public static string Of(HttpContext context, string otherwise)
    {
        var language = Chosen(context.Request) ?? AcceptedLanguages.Best(context.Request, PageWords.Speaks) ?? PageWords.LanguageFor(otherwise);
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        context.Response.Headers.ContentLanguage = language;
        return language;
    }

    /// <summary>The language that the address chooses; <see langword="null"/> when it chooses none that there are words in.</summary>
    public static string? Chosen(HttpRequest request) =>
        request.Query[Parameter] is [{ } tag] && tag.Split('-')[0].ToLowerInvariant() is var language && PageWords.Speaks(language) ? language : null;
}
