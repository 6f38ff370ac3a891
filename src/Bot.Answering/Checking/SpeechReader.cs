using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>Finds who says what within a sentence.</summary>
internal static class SpeechReader
{
    private const int FewestWordsBefore = 3;
    private const int MostSpeakerWords = 12;

    /// <summary>Reads the reports of a sentence; verbs within quotation marks are the speaker's own.</summary>
    /// <param name="statement">The sentence.</param>
    /// <param name="quoted">What stands within quotation marks in it.</param>
    public static ImmutableArray<Speech> Read(Statement statement, ImmutableArray<TextSpan> quoted)
    {
        var speeches = ImmutableArray.CreateBuilder<Speech>();
        foreach (var mark in statement.Marks.Where(mark => mark.Cue.Kind is CueKind.Reporting or CueKind.Attribution or CueKind.AttributionAfter))
        {
            if (!quoted.Any(span => span.Contains(mark.Span)) && !IsDoneToSomebody(statement.Tokens, mark))
            {
                var speech = Of(statement, mark, quoted);
                speeches.Add(speeches.Count > 0 && GoesOn(statement.Tokens, mark) ? speech with { Speaker = speeches[^1].Speaker } : speech);
            }
        }

        return speeches.ToImmutable();
    }

    // Who "dismissed him" denies nothing.
    private static bool IsDoneToSomebody(FactText text, Mark mark) => mark.Cue.Class == Speech.Deny && text.IsAnyOf(mark.To, text.Lexicon.Somebody);

    // "Bali said that the group fled, adding that it may return": not the group adds.
    private static bool GoesOn(FactText text, Mark mark) => text.Is(mark.From - 1, ',') && text.Lexicon.IsParticiple(text.Tokens[mark.From].Folded);

    private static Speech Of(Statement statement, Mark mark, ImmutableArray<TextSpan> quoted)
    {
        var text = statement.Tokens;
        var whole = new TextSpan(0, text.Text.Length);
        if (mark.Cue.Kind == CueKind.Attribution)
        {
            var end = Forward(text, mark.To, stopAtEnds: false);
            return Said(mark.To, end, Around(whole, text, mark.From, end));
        }

        var (start, stop, comma) = Backward(text, mark.From);
        if (start < mark.From && mark.Cue.Kind == CueKind.AttributionAfter)
        {
            return Said(start, stop, Around(whole, text, start, mark.To));
        }

        if (start >= mark.From || !HasSubject(text, start, stop))
        {
            // "…", said Bali: the speaker follows the verb.
            var end = Forward(text, mark.To, stopAtEnds: true);
            return Said(mark.To, end, mark.From < FewestWordsBefore ? After(text, end, whole) : Around(whole, text, mark.From, end));
        }

        // "…, Bali said": what stands before the comma is said too, unless it only says when or where.
        var isPostposed = comma >= FewestWordsBefore;
        return Said(start, stop, isPostposed ? Around(whole, text, start, mark.To) : [.. After(text, mark.To, whole), .. quoted]);

        Speech Said(int from, int to, ImmutableArray<TextSpan> covered) =>
            new(mark.Cue.Class, SpeakerReader.Read(statement, from, to), covered)
            {
                Frame = Frame(text, Math.Min(from, mark.From), Math.Max(to, mark.To)),
            };
    }

    // Back to the start of the words that name the speaker, and before which word they stop; an apposition between commas belongs to them.
    private static (int Start, int Stop, int Comma) Backward(FactText text, int verb)
    {
        var (first, stop) = (verb, verb);
        while (first > 0 && IsAuxiliary(text, first - 1))
        {
            first--;
        }

        var isApposed = text.Is(first - 1, ',');
        var at = isApposed ? first - 2 : verb - 1;
        var inner = !isApposed;
        for (var words = 0; at >= 0 && words < 3 * MostSpeakerWords; at--, words++)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign
                && token.Folded[0] is '"' or '“' or '”' or '„' or '»' or '«' or ';' or ':' or '—' or '–' or '\n')
            {
                return (at + 1, stop, at);
            }

            if (text.Is(at, ','))
            {
                if (inner)
                {
                    return (at + 1, stop, at);
                }

                inner = true;
            }
            else if (text.IsAnyOf(at, text.Lexicon.Relatives) && text.Is(at - 1, ',') && (isApposed || !HasSubject(text, at + 1, verb)))
            {
                // "Voss, who was not there, said", "Voss, who has said": neither clause names her.
                (stop, inner) = (--at, true);
            }
            else if (token.IsWord && text.Lexicon.ClauseStarts.Contains(token.Folded) && !text.IsCapital(at + 1))
            {
                return (at + 1, stop, -1);
            }
        }

        return (at + 1, stop, -1);
    }

    private static bool IsAuxiliary(FactText text, int at) => text.IsWord(at) && !text.IsCapital(at)
        && text.Tokens[at].Folded is var word && text.Lexicon.Stop.Contains(word) && !text.Lexicon.Pronouns.Contains(word) && !text.Lexicon.ClauseStarts.Contains(word);

    private static int Forward(FactText text, int from, bool stopAtEnds)
    {
        var at = from;
        while (at < text.Count && at - from < MostSpeakerWords)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign ? token.Folded[0] is ',' or '"' or '“' or '”' or '„' or '.' or ';' or ':' or '»' or '«' or '\n'
                : stopAtEnds && at > from && (text.Lexicon.SpeakerEnds.Contains(token.Folded)
                    || text.Lexicon.ReportingComplements.Contains(token.Folded)) && !text.IsCapital(at))
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static bool HasSubject(FactText text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (text.IsWord(at) && (!text.Lexicon.Stop.Contains(text.Tokens[at].Folded)
                || text.Lexicon.Pronouns.Contains(text.Tokens[at].Folded) || NameReader.IsAcronym(text, at))
                && text.IsFree(at))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<TextSpan> Around(TextSpan whole, FactText text, int from, int to) =>
        [new TextSpan(whole.Start, text.Tokens[from].Span.Start), .. After(text, to, whole)];

    private static ImmutableArray<TextSpan> After(FactText text, int to, TextSpan whole) =>
        to >= text.Count ? [] : [new TextSpan(text.Tokens[to].Span.Start, whole.End)];

    private static TextSpan Frame(FactText text, int from, int to) => text.Span(from, Math.Max(to, from + 1));
}
