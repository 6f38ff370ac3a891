using Bot.BotFramework.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.DirectLine;

/// <summary>Whose pages may talk with the bot (https://www.rfc-editor.org/rfc/rfc6454): our own, and those that the operator names.</summary>
internal sealed class Origins(IOptions<DirectLineOptions> options, Links links)
{
    /// <summary>Whether a page of that origin may; what is no page names none.</summary>
    public bool Allow(HttpRequest request) => Of(request) is not { } origin || IsOurs(origin, request) || options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>The origin of the page that sends a request; <see langword="null"/> when none does, or it asks its own server.</summary>
    public static string? Of(HttpRequest request) => request.Headers.Origin is { Count: > 0 } origin ? origin.ToString() : null;

    /// <summary>Whether it is scheme, host and port and nothing else.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    private bool IsOurs(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || (links.PublicUrl is { } root && string.Equals(origin, root.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
}
