using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Bot.Host.Desk;

/// <summary>
/// Who gets to the desk: with a key whoever has it, without one who sits at this machine. What a request says of itself is not believed: behind a
/// proxy everyone comes from this machine, and a foreign page could call this machine by a name of its own.
/// </summary>
internal sealed class DeskAccess(IOptions<DeskOptions> options)
{
    /// <summary>The cookie of those who typed the key.</summary>
    public const string Cookie = "bot-desk";

    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Proto", "X-Real-IP"];

    private readonly byte[][] _keys = [.. new[] { options.Value.Key, options.Value.PreviousKey }.OfType<string>().Select(key => Encoding.UTF8.GetBytes(key.Trim()))];

    /// <summary>Whether there is a key to type.</summary>
    public bool AsksForKey => _keys.Length > 0;

    public bool Admits(HttpContext context) => IsOwn(context.Request) && (AsksForKey ? HasToken(context.Request) : IsHere(context));

    /// <summary>What stands in the cookie of who typed a key: it proves that key and does not tell it. <see langword="null"/> when it is none.</summary>
    public string? TokenOf(string? typed)
    {
        var bytes = Encoding.UTF8.GetBytes(typed?.Trim() ?? "");
        return Array.Find(_keys, key => Same(bytes, key)) is { } key ? TokenOf(key) : null;
    }

    private static string TokenOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Cookie)));

    private bool HasToken(HttpRequest request) =>
        request.Cookies.TryGetValue(Cookie, out var token) && Array.Exists(_keys, key => Same(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(TokenOf(key))));

    // Of one length, so that the time it takes tells nothing.
    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(one), SHA256.HashData(other));

    /// <summary>Whether who asks sits at this machine, without a proxy in between.</summary>
    public static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && IsLocal(context.Request.Host.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    private static bool IsLocal(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // A page of another site may open sockets to here; its browser says whose page it is.
    private static bool IsOwn(HttpRequest request) => request.Headers.Origin is not [{ } origin, ..]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, new Uri($"{from.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase));
}
