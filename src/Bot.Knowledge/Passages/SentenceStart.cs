using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>What stands where the next sentence would start.</summary>
/// <param name="Kind">What its first letter looks like.</param>
/// <param name="Word">Its first word, without quotes and brackets before it.</param>
internal readonly record struct SentenceStart(StartKind Kind, TextSpan Word)
{
    /// <summary>Reads on from <paramref name="from"/>, past spaces, opening quotes, brackets and dashes.</summary>
    public static SentenceStart Read(string text, int from, int end)
    {
        var at = from;
        while (at < end && (char.IsWhiteSpace(text[at]) || SentenceMarks.IsOpener(text[at])))
        {
            at++;
        }

        var stop = at;
        var limit = Math.Min(end, at + SentenceMarks.LongestWord);
        while (stop < limit && (char.IsLetterOrDigit(text[stop]) || text[stop] is '\'' or '’' or '-'))
        {
            stop++;
        }

        return new(KindOf(text, at, stop, end), new(at, stop));
    }

    /// <summary>Whether it is a capitalised function word or pronoun, so that a sentence surely starts here.</summary>
    public bool IsStarter(string text, SentenceLanguage language)
    {
        var word = Word.Over(text);
        return Kind == StartKind.Upper
            && (word.Length == 1 || !char.IsUpper(word[1]))
            && !(word.Length == 1 && Word.End < text.Length && text[Word.End] == '.')
            && language.IsStarter(word);
    }

    private static StartKind KindOf(string text, int at, int stop, int end)
    {
        if (at >= end)
        {
            return StartKind.Nothing;
        }

        var first = text[at];
        if (char.IsDigit(first))
        {
            return StartKind.Digit;
        }

        if (char.IsLower(first))
        {
            // iPhone, al-Baghdadi: names that start small.
            return text.AsSpan(at, stop - at).ContainsAnyInRange('A', 'Z') ? StartKind.Upper : StartKind.Lower;
        }

        return char.IsLetter(first) ? char.IsUpper(first) ? StartKind.Upper : StartKind.Caseless : StartKind.Symbol;
    }
}

/// <summary>What the first letter of a possible sentence looks like.</summary>
internal enum StartKind
{
    /// <summary>The text ends.</summary>
    Nothing,

    /// <summary>A lower-case letter.</summary>
    Lower,

    /// <summary>An upper-case letter, or a name that starts small.</summary>
    Upper,

    /// <summary>A digit.</summary>
    Digit,

    /// <summary>A letter of a script without cases.</summary>
    Caseless,

    /// <summary>Anything else.</summary>
    Symbol,
}
