using System.Buffers;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>Tells the full stop of a sentence from that of an abbreviation, an initial or a number.</summary>
/// <param name="text">The text.</param>
/// <param name="language">Its language's abbreviations and first words.</param>
internal readonly struct FullStop(string text, SentenceLanguage language)
{
    private const int LongestEnumerator = 3;

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXivx");

    private static readonly SearchValues<char> Units = SearchValues.Create("hmsgl");

    /// <summary>Whether the full stop at <paramref name="dot"/>, before a space, ends the sentence.</summary>
    /// <param name="dot">Where it stands.</param>
    /// <param name="sentenceStart">Where the sentence began.</param>
    /// <param name="next">What follows; not in lower case.</param>
    public bool Ends(int dot, int sentenceStart, SentenceStart next)
    {
        var token = TokenBefore(dot, sentenceStart);
        var word = token.Over(text);
        if (word.IsEmpty)
        {
            return true;
        }

        if (language.NeverEnds(word) || IsEnumerator(token, sentenceStart))
        {
            return false;
        }

        if (language.StandsBeforeNumber(word) && IsNumber(next))
        {
            return false;
        }

        if (language.EndsBeforeCapital(word))
        {
            return next.Kind != StartKind.Upper || next.IsStarter(text, language) || !GoesOnAfterTime(next);
        }

        if (char.IsDigit(word[0]))
        {
            return !(language.HasOrdinals && IsOrdinal(word)) || next.IsStarter(text, language);
        }

        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            return EndsInNumbering(token, sentenceStart) || (HasCase(word[0]) ? StartsAfterInitial(next) : next.Kind != StartKind.Symbol);
        }

        var mayBeAbbreviation = language.MayEnd(word) || IsDotted(word) || (language.HasOrdinals && IsRoman(word));
        return !mayBeAbbreviation || next.IsStarter(text, language);
    }

    private static bool HasCase(char letter) => char.IsUpper(letter) || char.IsLower(letter);

    private static bool IsOrdinal(ReadOnlySpan<char> word) => word.Length <= 2 && word.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsRoman(ReadOnlySpan<char> word) => word.IndexOfAnyExcept("IVX") < 0;

    // Letters by ones and twos with stops between: U.S, Ph.D, J.-C.
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        var run = 0;
        foreach (var letter in word)
        {
            run = char.IsLetter(letter) ? run + 1 : 0;
            if (run > 2 || (run == 0 && letter is not ('.' or '-')))
            {
                return false;
            }
        }

        return word.Contains('.');
    }

    // "1. Peel the apples", "a. Wash them", "Candidates ; 2. Collin Klein"
    private bool IsEnumerator(TextSpan token, int sentenceStart)
    {
        var word = token.Over(text);
        var isNumber = word.IndexOfAnyExceptInRange('0', '9') < 0;
        if (word.Length > LongestEnumerator
            || !(isNumber || word.IndexOfAnyExcept(RomanDigits) < 0 || (word.Length == 1 && char.IsLower(word[0]))))
        {
            return false;
        }

        var before = text.AsSpan(sentenceStart, token.Start - sentenceStart).TrimEnd();
        return before.IsEmpty || (isNumber && (before[^1] is ';' or ':' or '·' or '•' or '|' or '…' || before.EndsWith("...")));
    }

    private bool IsNumber(SentenceStart next)
    {
        var word = next.Word.Over(text);
        return next.Kind == StartKind.Digit || word.ContainsAnyInRange('0', '9')
            || (word.Length is > 0 and <= LongestEnumerator && IsRoman(word));
    }

    private bool GoesOnAfterTime(SentenceStart next)
    {
        var word = next.Word.Over(text);
        return language.FollowsTime(word) || (word.Length > 1 && char.IsUpper(word[1]));
    }

    private bool StartsAfterInitial(SentenceStart next)
    {
        if (!next.IsStarter(text, language))
        {
            return false;
        }

        // "J. Le Goff" is a name, "plan B. Le premier" is not.
        return !(language.IsNameArticle(next.Word.Over(text))
            && next.Word.End < text.Length
            && SentenceStart.Read(text, next.Word.End, text.Length).Kind == StartKind.Upper);
    }

    // "World War I. Germany", "after 60 h. Then": the word before says that the letter counts, or is a unit.
    private bool EndsInNumbering(TextSpan letter, int sentenceStart)
    {
        var before = TokenBefore(letter.Start, sentenceStart);
        return before.Length > 0 && before.End < letter.Start
            && (language.IsNumberedByLetters(before.Over(text))
            || (Units.Contains(text[letter.Start]) && char.IsDigit(text[before.End - 1])));
    }

    // The word that ends at the dot or, in tokenised text, a space before it.
    private TextSpan TokenBefore(int at, int sentenceStart)
    {
        var end = at;
        while (end > sentenceStart && text[end - 1] == ' ' && at - end < 2)
        {
            end--;
        }

        var start = end;
        while (start > sentenceStart && end - start < SentenceMarks.LongestWord && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (start < end && SentenceMarks.IsOpener(text[start]))
        {
            start++;
        }

        return new(start, end);
    }
}
