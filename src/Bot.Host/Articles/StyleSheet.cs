using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Articles;

/// <summary>The one style sheet. Its address changes with its words, so that browsers may keep it for good.</summary>
internal static class StyleSheet
{
    private static readonly byte[] Words = Notices.EmbeddedText.Bytes("page.css");

    public static string Path { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Words))[..12]}.css";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
            return Results.Bytes(Words, "text/css; charset=utf-8");
        }).ExcludeFromDescription();
}
