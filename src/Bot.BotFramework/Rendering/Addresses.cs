namespace Bot.BotFramework.Rendering;

/// <summary>Addresses where markdown is read.</summary>
internal static class Addresses
{
    /// <summary>An address as a link's destination. It may hold what markdown reads: "&amp;copy=1" is a sign of its own.</summary>
    public static string InMarkdown(string address) => address
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("(", "&#40;", StringComparison.Ordinal)
        .Replace(")", "&#41;", StringComparison.Ordinal)
        .Replace("\\", "&#92;", StringComparison.Ordinal);
}
