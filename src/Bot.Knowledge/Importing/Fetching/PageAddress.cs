namespace Bot.Knowledge.Importing.Fetching;

/// <summary>The address of a page: absolute, http or https, and nothing in it that hides which host is meant.</summary>
internal static class PageAddress
{
    private const int Longest = 2_048;
    private static readonly string[] Schemes = ["http:", "https:", "file:", "ftp:", "data:", "javascript:", "mailto:"];

    /// <summary>Whether an editor means an address and not a file.</summary>
    public static bool IsMeant(string source) => source.Contains("://", StringComparison.Ordinal)
        || Schemes.Any(scheme => source.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="ImportException">It is none.</exception>
    public static Uri Parse(string words) => Uri.TryCreate(words.Trim(), UriKind.Absolute, out var address)
        ? Check(address)
        : throw new ImportException($"'{Shown(words)}' is no address.", "Write one such as https://example.org/page.");

    /// <exception cref="ImportException">It may not be asked.</exception>
    public static Uri Check(Uri address)
    {
        var shown = Shown(address.OriginalString);
        return address.Scheme is not ("http" or "https")
            ? throw new ImportException($"'{shown}' is not imported: only http and https are, not {address.Scheme}.", "Save the page, and import the file.")
            : address.UserInfo.Length > 0
            ? throw new ImportException($"'{WithoutUser(address)}' is not imported: it has a user name before its host.", "Leave out what stands before the @.")
            : address.Host.Length == 0 || shown.Length < address.OriginalString.Length
            ? throw new ImportException($"'{shown}' is not imported: it has no host, or more than {Longest} characters.", "Write the page's own address.")
            : address;
    }

    private static string Shown(string words) => words.Length <= Longest ? words : words[..60] + "…";

    // What stands there may be a password.
    private static string WithoutUser(Uri address) => Shown($"{address.Scheme}://…@{address.Authority}{address.AbsolutePath}");
}
