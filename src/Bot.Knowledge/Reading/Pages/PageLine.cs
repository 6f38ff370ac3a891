namespace Bot.Knowledge.Reading.Pages;

/// <summary>A line of a copied page.</summary>
/// <param name="Words">Its words, without space around them; never empty.</param>
/// <param name="IsAdjacent">Whether it stands right below the line before, without a blank line or a line left out between.</param>
internal readonly record struct PageLine(string Words, bool IsAdjacent)
{
    /// <summary>Whether its last mark ends a sentence, closing quotes and brackets aside.</summary>
    public bool EndsSentence =>
        Words.TrimEnd('"', '”', '’', '\'', '»', '«', ')', ']', ' ') is [.., '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।'
            or ':'];

    public static List<PageLine> Of(string text)
    {
        var lines = new List<PageLine>();
        var isAdjacent = false;
        foreach (var line in text.Split('\n', '\u2028', '\u2029', '\u0085', '\f', '\v'))
        {
            var words = line.Trim().Trim('\uFEFF', '\u200B');
            if (words.Length > 0)
            {
                lines.Add(new(words, isAdjacent));
            }

            isAdjacent = words.Length > 0;
        }

        return lines;
    }
}
