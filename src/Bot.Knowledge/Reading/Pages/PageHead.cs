using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.FrontMatters;

namespace Bot.Knowledge.Reading.Pages;

/// <summary>
/// Takes what stands above an article's text on a page: a section's name, the headline, who wrote it and when. The headline is the
/// first line, when it is short and ends no sentence; a standfirst stays with the text. No date is taken from within the text.
/// </summary>
internal sealed class PageHead(PageWords pageWords)
{
    private const int LongestHeadline = 200;
    private const int LongestLead = 120;
    private const int LinesOfHead = 10;
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
    private static readonly char[] BetweenDates = ['|', '·', '•', ';', '/'];
    private static readonly string[] BetweenNames = [",", "|", ";", " - ", " – ", " — "];

    /// <summary>Takes them out of the lines.</summary>
    /// <param name="lines">The page without its furniture.</param>
    /// <param name="title">The title, when the file names it elsewhere.</param>
    public FrontMatter Take(List<PageLine> lines, string? title)
    {
        var front = new FrontMatter { Title = title };
        var sawText = false;
        for (var (at, seen) = (0, 0); at < lines.Count && seen < LinesOfHead; seen++)
        {
            var words = lines[at].Words;
            if (Lead(front, words) is { } lead)
            {
                front = lead;
                Remove(lines, at);
            }
            else if (!sawText && (pageWords.Is("sections", words) && lines.Count > at + 1 || Same(words, title)))
            {
                Remove(lines, at);
            }
            else if (!sawText && front.Title is null && IsHeadline(lines, at))
            {
                front = front with { Title = Characters.OneLine(words.TrimStart('#').Trim()) };
                Remove(lines, at);
                sawText = true;
            }
            else
            {
                sawText = true;
                at++;
            }
        }

        return front;
    }

    /// <summary>The front matter with what a line of names or dates adds to it; <see langword="null"/> when it is no such line.</summary>
    public FrontMatter? Lead(FrontMatter front, string words)
    {
        if (words.Length > LongestLead)
        {
            return null;
        }

        if (pageWords.AfterWords("byline", words) is { Length: > 0 } names && IsNames(names))
        {
            return front with { Byline = front.Byline ?? Characters.OneLine(names) };
        }

        return Dates(front, words);
    }

    /// <summary>A line of dates and their labels alone: "March 23, 2019 / Updated March 24, 2019".</summary>
    private FrontMatter? Dates(FrontMatter front, string words)
    {
        var found = false;
        foreach (var piece in Pieces(words))
        {
            var updated = pageWords.AfterWords("updated", piece);
            if (WrittenDate.Read(updated ?? pageWords.AfterWords("published", piece) ?? piece) is not { } date)
            {
                return null;
            }

            front = updated is not null ? front with { Updated = front.Updated ?? date }
                : front with { Published = front.Published ?? date };
            found = true;
        }

        return found ? front : null;
    }

    /// <summary>A slash or bar may part two dates, or a date and its time: pieces without a year belong to the one before.</summary>
    private static List<string> Pieces(string words)
    {
        var pieces = new List<string>();
        foreach (var piece in words.Split(BetweenDates, Trimmed))
        {
            if (pieces.Count > 0 && !HasYear(piece))
            {
                pieces[^1] += ", " + piece;
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private static bool HasYear(string piece) =>
        Enumerable.Range(0, Math.Max(0, piece.Length - 3)).Any(at => !piece.AsSpan(at, 4).ContainsAnyExceptInRange('0', '9'));

    private bool IsNames(string words) =>
        words.TrimEnd('.').Split(BetweenNames, Trimmed) is { Length: > 0 } names && names.All(name => PersonName.IsLike(name, pageWords));

    private static bool IsHeadline(List<PageLine> lines, int at)
    {
        var line = lines[at];
        var isShort = line.Words.Length <= LongestHeadline && lines.Count > at + 1;
        return isShort && (!line.EndsSentence
            || (line.Words is [.., not '.', '?' or '!' or '"' or '”' or '’' or '\'' or '»'] && !HasSentence(line.Words)));
    }

    private static bool HasSentence(string words) => words.Contains(". ", StringComparison.Ordinal);

    private static bool Same(string words, string? title) =>
        title is not null && string.Equals(Characters.OneLine(words), title, StringComparison.OrdinalIgnoreCase);

    private static void Remove(List<PageLine> lines, int at)
    {
        lines.RemoveAt(at);
        if (at < lines.Count)
        {
            lines[at] = lines[at] with { IsAdjacent = false };
        }
    }
}
