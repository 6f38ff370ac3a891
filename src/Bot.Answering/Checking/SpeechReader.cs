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
    public static ImmutableArray<Speech> Read(Statement statement, ImmutableArray<TextSpan> quoted) =>
    [
        .. from mark in statement.Marks
           where mark.Cue.Kind is CueKind.Reporting or CueKind.Attribution or CueKind.AttributionAfter && !quoted.Any(span => span.Contains(mark.Span))
           select Of(statement, mark, quoted),
    ];

    /// <summary>Reads a speaker from words about them, such as a block quote's attribution.</summary>
    public static Speaker SpeakerOf(Statement statement) => SpeakerIn(statement, 0, statement.Tokens.Count);

    private static Speech Of(Statement statement, Mark mark, ImmutableArray<TextSpan> quoted)
    {
        var text = statement.Tokens;
        var whole = new TextSpan(0, text.Text.Length);
        if (mark.Cue.Kind == CueKind.Attribution)
        {
            var end = Forward(text, mark.To, stopAtEnds: false);
            return new Speech(mark.Cue.Class, SpeakerIn(statement, mark.To, end), Around(whole, text, mark.From, end)) { Frame = Frame(text, mark.From, end) };
        }

        var (start, comma) = Backward(text, mark.From);
        if (start < mark.From && mark.Cue.Kind == CueKind.AttributionAfter)
        {
            return new Speech(mark.Cue.Class, SpeakerIn(statement, start, mark.From), Around(whole, text, start, mark.To)) { Frame = Frame(text, start, mark.To) };
        }

        if (start >= mark.From || !HasSubject(text, start, mark.From))
        {
            // "…", said Bali: the speaker follows the verb.
            var end = Forward(text, mark.To, stopAtEnds: true);
            return new Speech(mark.Cue.Class, SpeakerIn(statement, mark.To, end), mark.From < FewestWordsBefore ? After(text, end, whole) : Around(whole, text, mark.From, end))
            {
                Frame = Frame(text, mark.From, end),
            };
        }

        // "…, Bali said": what stands before the comma is said too, unless it only says when or where.
        var isPostposed = comma >= FewestWordsBefore;
        return new Speech(mark.Cue.Class, SpeakerIn(statement, start, mark.From), isPostposed ? Around(whole, text, start, mark.To) : After(text, mark.To, whole, quoted))
        {
            Frame = Frame(text, start, mark.To),
        };
    }

    // Back to the start of the words that name the speaker; an apposition between commas belongs to them.
    private static (int Start, int Comma) Backward(FactText text, int verb)
    {
        var isApposed = text.Is(verb - 1, ',');
        var at = isApposed ? verb - 2 : verb - 1;
        var inner = !isApposed;
        for (var words = 0; at >= 0 && words < 3 * MostSpeakerWords; at--, words++)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign && token.Folded[0] is '"' or '“' or '”' or '„' or '»' or '«' or ';' or ':' or '—' or '–' or '\n')
            {
                return (at + 1, at);
            }

            if (text.Is(at, ','))
            {
                if (inner)
                {
                    return (at + 1, at);
                }

                inner = true;
            }
            else if (token.IsWord && text.Lexicon.ClauseStarts.Contains(token.Folded) && !text.IsCapital(at + 1))
            {
                return (at + 1, -1);
            }
        }

        return (at + 1, -1);
    }

    private static int Forward(FactText text, int from, bool stopAtEnds)
    {
        var at = from;
        while (at < text.Count && at - from < MostSpeakerWords)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign ? token.Folded[0] is ',' or '"' or '“' or '”' or '„' or '.' or ';' or ':' or '»' or '«' or '\n'
                : stopAtEnds && at > from && (text.Lexicon.SpeakerEnds.Contains(token.Folded) || text.Lexicon.ReportingComplements.Contains(token.Folded)) && !text.IsCapital(at))
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
            if (text.IsWord(at) && (!text.Lexicon.Stop.Contains(text.Tokens[at].Folded) || text.Lexicon.Pronouns.Contains(text.Tokens[at].Folded) || NameReader.IsAcronym(text, at))
                && text.IsFree(at))
            {
                return true;
            }
        }

        return false;
    }

    // Each part between commas names the speaker up to the first "of" or "for"; a possessive's owner is someone else.
    private static Speaker SpeakerIn(Statement statement, int from, int to)
    {
        var text = statement.Tokens;
        var names = new List<string>();
        var roles = new List<string>();
        var pronoun = false;
        var ended = false;
        for (var at = from; at < to; at++)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign)
            {
                ended &= !token.Is(',');
                continue;
            }

            if (ended || !token.IsWord || !text.IsFree(at))
            {
                continue;
            }

            if (text.Lexicon.SpeakerEnds.Contains(token.Folded) && !text.IsCapital(at))
            {
                ended = names.Count + roles.Count > 0;
                continue;
            }

            pronoun |= text.Lexicon.Pronouns.Contains(token.Folded);
            if (text.Lexicon.Stop.Contains(token.Folded) && !NameReader.IsAcronym(text, at))
            {
                continue;
            }

            if (Tokenizer.IsApostrophe(text.After(at)))
            {
                // "Donald Trump's spokesman": neither part of the owner's name is the speaker's.
                names.Clear();
            }
            else if (text.IsCapital(at) && !text.Lexicon.CommonStarts.Contains(token.Folded))
            {
                names.Add(token.Folded);
            }
            else
            {
                roles.Add(token.Folded);
            }
        }

        // Roles compare as terms, so that "spokesmen" meets "spokesman".
        var terms = statement.Terms.Where(term => statement.TokenAt(term.Span.Start) is { } at && at >= from && at < to && roles.Contains(text.Tokens[at].Folded)).Select(term => term.Text);
        return new Speaker([.. names.Distinct()], [.. terms.Distinct()], pronoun);
    }

    private static ImmutableArray<TextSpan> Around(TextSpan whole, FactText text, int from, int to) =>
        [new TextSpan(whole.Start, text.Tokens[from].Span.Start), .. After(text, to, whole)];

    private static ImmutableArray<TextSpan> After(FactText text, int to, TextSpan whole, ImmutableArray<TextSpan> quoted) => [.. After(text, to, whole), .. quoted];

    private static ImmutableArray<TextSpan> After(FactText text, int to, TextSpan whole) =>
        to >= text.Count ? [] : [new TextSpan(text.Tokens[to].Span.Start, whole.End)];

    private static TextSpan Frame(FactText text, int from, int to) => text.Span(from, Math.Max(to, from + 1));
}
