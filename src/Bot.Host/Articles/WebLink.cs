namespace Bot.Host.Articles;

/// <summary>Addresses that a page may link to.</summary>
internal static class WebLink
{
    /// <summary>Whether it leads to the web, and nowhere a browser would run it.</summary>
    public static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsSafe(uri);

    public static bool IsSafe(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
