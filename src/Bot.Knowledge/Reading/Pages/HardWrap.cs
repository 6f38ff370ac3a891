namespace Bot.Knowledge.Reading.Pages;

/// <summary>
/// Undoes the wrapping of lines at a fixed width. A text is taken as wrapped only when most of its lines are as long as the width
/// allowed: the next line's first word would not have fitted. Everywhere else a line break starts a new block.
/// </summary>
internal static class HardWrap
{
    private const int Narrowest = 30;
    private const int Widest = 120;
    private const int FewestBreaks = 3;

    public static List<PageLine> Undo(List<PageLine> lines)
    {
        var width = lines.Count == 0 ? 0 : lines.Max(line => line.Words.Length);
        var breaks = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(i => lines[i].IsAdjacent).ToList();
        var forced = breaks.Count(i => IsForced(lines[i - 1].Words, lines[i].Words, width));
        return width is >= Narrowest and <= Widest && forced >= FewestBreaks && forced * 10 >= breaks.Count * 6
            ? Join(lines, width)
            : lines;
    }

    private static List<PageLine> Join(List<PageLine> lines, int width)
    {
        var joined = new List<PageLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i].IsAdjacent && Continues(lines[i - 1], lines[i], width))
            {
                joined[^1] = joined[^1] with { Words = joined[^1].Words + Joint(lines[i - 1].Words, lines[i].Words) + lines[i].Words };
            }
            else
            {
                joined.Add(lines[i]);
            }
        }

        return joined;
    }

    private static bool Continues(PageLine line, PageLine next, int width) =>
        IsForced(line.Words, next.Words, width)
        || (!line.EndsSentence && char.IsLower(next.Words[0]) && line.Words.Length * 2 > width);

    /// <summary>Wrapping may be a few columns ragged: wide characters, or spaces that were trimmed.</summary>
    private static bool IsForced(string line, string next, int width)
    {
        var space = next.IndexOf(' ', StringComparison.Ordinal);
        return line.Length + 1 + (space < 0 ? next.Length : space) > width - 2;
    }

    private static string Joint(string line, string next) =>
        (IsIdeographic(line[^1]) && IsIdeographic(next[0])) || (EndsWithHyphen(line) && char.IsLetter(next[0])) ? "" : " ";

    private static bool EndsWithHyphen(string line) => line is [.., var letter, '-'] && char.IsLetter(letter);

    private static bool IsIdeographic(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00' and <= '\uFFEF';
}
