using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>
/// Finds the sentences of a text, in time linear in its length. Sentences are trimmed, in order and never overlap, and every
/// character that is not white space lies in exactly one. None has more than 80 words or 1,000 UTF-16 code units.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="within">The part of it to split; what is found are ranges of the whole text.</param>
    /// <param name="language">The text's language, a BCP 47 tag. One that is not known is split by the rules that hold everywhere.</param>
    /// <returns>The sentences; none when the part is blank.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> does not lie within the text.</exception>
    public static ImmutableArray<TextSpan> Split(string text, TextSpan within, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentOutOfRangeException.ThrowIfNegative(within.Start, nameof(within));
        ArgumentOutOfRangeException.ThrowIfNegative(within.Length, nameof(within));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length, nameof(within));

        var rules = SentenceLanguage.For(language);
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        for (var start = within.Start; start < within.End;)
        {
            var stretch = new TextSpan(start, Lines.EndOfStretch(text, start, within.End, rules));
            SplitStretch(text, stretch, rules, sentences);
            start = stretch.End;
        }

        return sentences.ToImmutable();
    }

    private static void SplitStretch(string text, TextSpan stretch, SentenceLanguage rules, ImmutableArray<TextSpan>.Builder sentences)
    {
        var ending = new SentenceEnding(text, stretch.End, rules);
        var whole = new List<TextSpan>();
        var (start, hasWord, isQuoteOpen) = (stretch.Start, false, false);
        for (var at = start; at < stretch.End;)
        {
            var mark = text[at];
            if (!SentenceMarks.IsTerminator(mark) && !(mark == ';' && rules.SemicolonAsks))
            {
                hasWord |= char.IsLetterOrDigit(mark) || char.IsSurrogate(mark);
                isQuoteOpen ^= mark == '"';
                start = start == at && char.IsWhiteSpace(mark) ? at + 1 : start;
                at++;
                continue;
            }

            var run = TerminatorRun.Read(text, at, stretch.End, isQuoteOpen);
            (at, isQuoteOpen) = (run.End, run.IsQuoteOpen);
            if (hasWord && ending.Ends(run, start))
            {
                whole.Add(new(start, run.End));
                (start, hasWord) = (run.End, false);
            }
        }

        // Marks without a word are no sentence of their own: they close the one before them.
        if (!hasWord && whole.Count > 0)
        {
            whole[^1] = whole[^1] with { End = stretch.End };
        }
        else
        {
            whole.Add(new(start, stretch.End));
        }

        foreach (var sentence in whole)
        {
            LongSentence.AddTo(sentences, text, sentence);
        }
    }
}
