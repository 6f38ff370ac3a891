using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bot.Host.Articles;
using Bot.Host.Assets;

namespace Bot.Host.Chatting;

/// <summary>The chat's place on a page, hidden until the script opens it, with all that the script must know.</summary>
internal static class ChatPanel
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // What the script calls them, and what they are called here.
    private static readonly (string Script, string Name)[] Words =
    [
        ("again", "ChatAgain"),
        ("askWords", "AskWords"),
        ("askWordsHint", "AskWordsHint"),
        ("back", "ChatBack"),
        ("lost", "ChatLost"),
        ("notOpened", "ChatNotOpened"),
        ("opening", "ChatOpening"),
        ("sourceNamed", "SourceNamed"),
        ("wordsQuestion", "WordsQuestion"),
    ];

    /// <param name="html">The page.</param>
    /// <param name="page">Its frame.</param>
    /// <param name="article">The slug of the article it is about; <see langword="null"/> for all.</param>
    public static void Write(Html html, Page page, string? article)
    {
        if (!page.Framed)
        {
            html.Write($"<a class=\"chat-open\" id=\"chat-open\" href=\"#ask\">{page.Words("AskArticle")}</a>\n");
        }

        var words = JsonSerializer.Serialize(Words.ToDictionary(word => word.Script, word => page.Words(word.Name)), Readable);
        html.Write($"<aside class=\"chat\" id=\"chat\" aria-labelledby=\"chat-title\" data-root=\"{page.Root}\" data-article=\"{article}\" data-locale=\"{LocaleOf(page.Language)}\" data-webchat=\"{PageAssets.WebChat}\" data-words=\"{words}\"");
        if (!page.Framed)
        {
            html.Write($" hidden");
        }

        html.Write($">\n<div class=\"chat-head\"><h2 id=\"chat-title\">{page.Words("Chat")}</h2><button class=\"chat-close\" type=\"button\" aria-label=\"{page.Words("ChatClose")}\"><span aria-hidden=\"true\">×</span></button></div>\n");
        html.Write($"<p class=\"chat-state\" role=\"status\"></p>\n<div class=\"chat-body\"></div>\n</aside>\n");
    }

    // Web Chat speaks regions, not languages.
    private static string LocaleOf(string language) => language switch
    {
        "ar" => "ar-SA",
        "de" => "de-DE",
        "es" => "es-ES",
        "fr" => "fr-FR",
        _ => "en-US",
    };
}
