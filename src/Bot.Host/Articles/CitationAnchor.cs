namespace Bot.Host.Articles;

/// <summary>Ids of citations as they stand in addresses.</summary>
internal static class CitationAnchor
{
    private const int Length = 16;

    public static bool IsId(string? id) => id is { Length: Length } && id.All(char.IsAsciiHexDigitLower);
}
