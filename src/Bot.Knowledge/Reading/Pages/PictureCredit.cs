namespace Bot.Knowledge.Reading.Pages;

/// <summary>A caption and who its picture is by.</summary>
internal sealed record CreditedCaption(string Caption, string Credit);

/// <summary>
/// Finds the credit at the end of a caption, also when a copy of the page has glued it to the sentence before: "… in 2019.JANE DOE /
/// AFP". It must be made of names and nothing else, and an agency, a label ("Photo:") or a bracket must give it away.
/// </summary>
internal sealed class PictureCredit(PageWords pageWords)
{
    private const int LongestCaption = 700;
    private const int LongestCredit = 100;
    private static readonly string[] Between = ["/", "|", ",", ";", " - ", " – ", " — ", " via "];

    /// <summary>Parts a caption from its credit; <see langword="null"/> when it has none.</summary>
    public CreditedCaption? Split(string words)
    {
        words = words.Trim();
        if (words.Length > LongestCaption)
        {
            return null;
        }

        for (var at = Math.Max(1, words.Length - LongestCredit); at < words.Length; at++)
        {
            var before = words.AsSpan(0, at).TrimEnd();
            if (before.IsEmpty || char.IsWhiteSpace(words[at]))
            {
                continue;
            }

            var isGlued = before.Length == at;
            var credit = words[at] is '(' or '[' ? Bracketed(words[at..])
                : EndsSentence(before) ? Credit(words[at..], isGlued)
                : isGlued ? null
                : Labelled(words[at..]);
            if (credit is not null)
            {
                return new(before.TrimEnd(" |/–—-").ToString(), credit);
            }
        }

        return null;
    }

    /// <summary>The credit, when the words are one and nothing else.</summary>
    public string? Whole(string words) => words.Length > LongestCredit ? null : Bracketed(words) ?? Credit(words, isGlued: false);

    private string? Bracketed(string words)
    {
        words = words.TrimEnd('.', ' ');
        var isBracketed = words is ['(', .., ')'] or ['[', .., ']'] && words.IndexOfAny([')', ']']) == words.Length - 1;
        return isBracketed ? Credit(words[1..^1], isGlued: false) : null;
    }

    private string? Credit(string words, bool isGlued)
    {
        if (Labelled(words) is { } labelled)
        {
            return labelled;
        }

        var names = Names(words);
        var isPicture = names.Length > 1 || isGlued || pageWords.Is("archives", words);
        return isPicture && names.Any(IsByAgency) && names.All(IsName) ? words.Trim() : null;
    }

    private string? Labelled(string words)
    {
        var credit = pageWords.AfterLabel("credit", words) ?? pageWords.AfterWords("credit by", words) ?? "";
        return Names(credit) is { Length: > 0 } names && names.All(IsName) ? credit : null;
    }

    private static string[] Names(string words) =>
        words.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private bool IsByAgency(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, words.Length).Any(count =>
            pageWords.Is("agencies", string.Join(' ', words[..count])) || pageWords.Is("agencies", string.Join(' ', words[^count..])));
    }

    private bool IsName(string name) => pageWords.Is("agencies", name) || PersonName.IsLike(name, pageWords);

    private static bool EndsSentence(ReadOnlySpan<char> words) => words[^1] switch
    {
        '!' or '?' or '…' or '"' or '”' or '»' or '’' or ')' or '。' or '؟' => true,
        // The stop of an initial ("J. Doe") or of an abbreviation of capitals ("U.S.") ends no sentence for sure.
        '.' => words.Length > 2 && !(char.IsUpper(words[^2]) && !char.IsLetterOrDigit(words[^3])),
        _ => false,
    };
}
