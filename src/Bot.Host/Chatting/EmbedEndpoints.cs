using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bot.Host.Articles;
using Bot.Host.Asking;
using Bot.Host.Guarding;
using Bot.Host.Notices;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Chatting;

/// <summary><c>/embed.js</c> and <c>/embed</c>: the chat in pages of other sites, of those alone that the setting <c>Web:EmbedOrigins</c> names.</summary>
internal sealed class EmbedEndpoints(KnowledgeBase knowledge, PublicAddress address, IOptions<WebOptions> options, TimeProvider time)
{
    private const string Placeholder = "/* words */{}";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly byte[] Snippet = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(EmbeddedText.Bytes("embed.js")).Replace(
        Placeholder,
        JsonSerializer.Serialize(
            PageWords.Languages.ToDictionary(language => language, language => new Dictionary<string, string> { ["ask"] = PageWords.Of("AskArticle", language), ["close"] = PageWords.Of("ChatClose", language) }),
            Readable),
        StringComparison.Ordinal));

    /// <summary>The script that other sites include.</summary>
    public IResult Script(HttpContext context)
    {
        if (options.Value.EmbedOrigins.Length == 0)
        {
            return Problem.NotEmbedded();
        }

        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=3600";
        return Results.Bytes(Snippet, "text/javascript; charset=utf-8");
    }

    /// <summary>The chat alone, for a frame.</summary>
    public IResult Frame(string? article, HttpContext context)
    {
        if (options.Value.EmbedOrigins.Length == 0)
        {
            return Problem.NotEmbedded();
        }

        using var snapshot = knowledge.Acquire();
        if (article is null || !snapshot.Articles.TryGetValue(article, out var indexed) || !indexed.Article.IsPublicAt(time.GetUtcNow()))
        {
            return Problem.NoArticleToEmbed(article ?? "");
        }

        var page = Page.For(context, indexed.Article.Language) with
        {
            Framed = true,
            Listed = false,
            Script = "embedded.js",
            Nonce = ContentPolicy.AllowChat(context, address.Root, options.Value.EmbedOrigins),
        };
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Content(page.Write(indexed.Article.Title, _ => { }, html => ChatPanel.Write(html, page, article)), "text/html; charset=utf-8");
    }
}
