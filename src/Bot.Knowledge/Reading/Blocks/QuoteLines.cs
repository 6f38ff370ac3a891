namespace Bot.Knowledge.Reading.Blocks;

/// <summary>Who a quote is by, when its last line says so after a dash: "— Jane Doe".</summary>
internal static class QuoteLines
{
    private const int LongestName = 120;

    public static bool BeginsWithDash(string words) => words.TrimStart() is ['—' or '–' or '―', ..] or ['-', '-', ..];

    public static string? Attribution(string words)
    {
        var line = words[(words.LastIndexOf('\n') + 1)..];
        var isAttribution = line.Length < words.Length && line.Length <= LongestName && BeginsWithDash(line);
        return isAttribution && line.Trim('—', '–', '―', '-', ' ') is { Length: > 0 } name ? name : null;
    }
}
