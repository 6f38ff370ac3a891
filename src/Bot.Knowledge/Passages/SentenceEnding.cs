using System.Buffers;

namespace Bot.Knowledge.Passages;

/// <summary>Decides whether a run of terminators ends the sentence that began at a place of the text.</summary>
/// <param name="text">The text.</param>
/// <param name="end">Where the stretch ends.</param>
/// <param name="language">Its language's abbreviations and first words.</param>
internal sealed class SentenceEnding(string text, int end, SentenceLanguage language)
{
    private const int SpeakerWords = 4;

    private const int ShortLead = 20;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，。！？、“「；：");

    /// <summary>Whether the sentence ends with <paramref name="run"/>.</summary>
    /// <param name="run">The terminators.</param>
    /// <param name="sentenceStart">Where the sentence began.</param>
    public bool Ends(TerminatorRun run, int sentenceStart)
    {
        if (run.End >= end)
        {
            return true;
        }

        // "1:36 p.m. | Peacock": the cells of a row stay together.
        if (NextMark(run.End) == '|')
        {
            return false;
        }

        if (SentenceMarks.Continues(text[run.End]))
        {
            return false;
        }

        var next = SentenceStart.Read(text, run.End, end);
        if (run.Kind == TerminatorKind.Hard)
        {
            return !(run.ClosesQuote && GoesOnAfterQuote(run.End, next));
        }

        if (!char.IsWhiteSpace(text[run.End]))
        {
            return EndsWithoutSpace(run, next);
        }

        return next.Kind switch
        {
            StartKind.Nothing => true,
            StartKind.Lower => false,
            _ when run.Kind == TerminatorKind.Dot => new FullStop(text, language).Ends(run.Start, sentenceStart, next),
            _ when run.Kind == TerminatorKind.Ellipsis => !IsDateLead(run.Start, sentenceStart),
            _ => !(run.ClosesQuote && IsAttribution(next)),
        };
    }

    // "Feb 9, 2021 ... The park opened": search results put the date before an ellipsis.
    private bool IsDateLead(int dots, int sentenceStart)
    {
        var lead = text.AsSpan(sentenceStart, dots - sentenceStart).TrimEnd();
        return lead.Length is > 0 and < ShortLead && char.IsDigit(lead[^1]);
    }

    private bool EndsWithoutSpace(TerminatorRun run, SentenceStart next)
    {
        var before = run.Start > 0 ? text[run.Start - 1] : ' ';
        var after = text[run.End];
        if (run.Kind == TerminatorKind.Mark && (SentenceMarks.IsUnspaced(before) || SentenceMarks.IsUnspaced(after)))
        {
            return true;
        }

        var isGlued = text.AsSpan(run.End, next.Word.Start - run.End).IndexOfAny(' ', '\n', '\u00A0') < 0;
        if (!isGlued || !(char.IsLower(before) || char.IsDigit(before)))
        {
            return false;
        }

        // "the end.The next": without a quotation between them, only function words tell it from Program.Main.
        var standsApart = next.Word.End >= end || char.IsWhiteSpace(text[next.Word.End]);
        return run.ClosesQuote || SentenceMarks.IsQuote(text[run.End])
            ? next.Kind == StartKind.Upper && standsApart
            : next.Word.Start == run.End && next.IsStarter(text, language) && standsApart;
    }

    private char NextMark(int at)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < end ? text[at] : ' ';
    }

    private bool GoesOnAfterQuote(int at, SentenceStart next)
    {
        var rest = text.AsSpan(at, Math.Min(SentenceMarks.LongestWord, end - at));
        foreach (var particle in language.Quotatives)
        {
            if (rest.StartsWith(particle))
            {
                return true;
            }
        }

        return SentenceMarks.IsUnspaced(rest[0]) ? NamesSpeaker(rest) : IsAttribution(next);
    }

    // “……。”他说。
    private bool NamesSpeaker(ReadOnlySpan<char> rest)
    {
        const int Near = 8;
        var clause = rest[..Math.Min(Near, rest.Length)];
        var stop = clause.IndexOfAny(ClauseMarks);
        clause = stop < 0 ? clause : clause[..stop];
        foreach (var verb in language.SpeechStems)
        {
            if (clause.Contains(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "Is it over?" Mustafa Bali asked.
    private bool IsAttribution(SentenceStart next)
    {
        for (var word = 0; word < SpeakerWords && next.Kind is StartKind.Upper or StartKind.Caseless or StartKind.Lower; word++)
        {
            if (language.IsSpeechVerb(next.Word.Over(text)))
            {
                return true;
            }

            if (next.Kind != StartKind.Upper || next.IsStarter(text, language) || next.Word.End >= end || text[next.Word.End] != ' ')
            {
                return false;
            }

            next = SentenceStart.Read(text, next.Word.End, end);
        }

        return false;
    }
}
