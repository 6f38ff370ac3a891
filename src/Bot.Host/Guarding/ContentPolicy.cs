using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Bot.Host.Guarding;

/// <summary>What browsers may load and run: nothing but styles of our own, and on pages with the chat its script, named by a nonce.</summary>
internal static partial class ContentPolicy
{
    /// <summary>No script anywhere, and styles only from our own files.</summary>
    public const string Strict = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const int NonceBytes = 18;

    // Web Chat 4.18.1 gives its list of messages a style element without the nonce. It is empty, and rules come into it by script: this lets in empty ones.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <summary>Lets the response run the chat.</summary>
    /// <param name="context">The request.</param>
    /// <param name="root">Where readers reach this host, if that is known.</param>
    /// <param name="framedBy">The origins of the sites that may show it in a frame.</param>
    /// <returns>The nonce, which is this response's alone.</returns>
    public static string AllowChat(HttpContext context, Uri? root, IReadOnlyCollection<string>? framedBy = null)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var ancestors = framedBy is { Count: > 0 } ? string.Join(' ', framedBy) : "'none'";
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; connect-src {Connections(context, root)}; "
            + $"base-uri 'none'; form-action 'self'; frame-ancestors {ancestors}";
        return nonce;
    }

    /// <summary>Lets the response run the desk: scripts from our own files alone.</summary>
    public static void AllowDesk(HttpContext context, Uri? root) => context.Response.Headers.ContentSecurityPolicy =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src {Connections(context, root)}; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // Some browsers do not count sockets as 'self'.
    private static string Connections(HttpContext context, Uri? root)
    {
        var hosts = new[] { root?.Authority, context.Request.Host.Value }.OfType<string>().Where(host => Host().IsMatch(host)).Distinct();
        return string.Join(' ', ["'self'", .. hosts.SelectMany(host => new[] { $"ws://{host}", $"wss://{host}" })]);
    }

    [GeneratedRegex(@"^[A-Za-z0-9.:\[\]-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
