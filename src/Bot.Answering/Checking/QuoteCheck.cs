using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Tracing;

namespace Bot.Answering.Checking;

/// <summary>
/// Checks what the quoting engine says. A sentence taken word for word is supported by that very sentence, and cites it: it is never read again out
/// of a text, where its own brackets, lines and quotation marks could be mistaken for markers and other sentences. What is checked is who is said
/// to say it.
/// </summary>
internal static class QuoteCheck
{
    private const string StatesNothing = "it states nothing";

    /// <summary>Checks quoted sentences.</summary>
    public static CheckResult Check(ImmutableArray<QuotedSentence> quotes)
    {
        var check = new ClaimCheck(CheckThresholds.Default);
        var claims = new List<Claim>();
        var verdicts = ImmutableArray.CreateBuilder<SentenceVerdict>();
        foreach (var quote in quotes)
        {
            var own = Citation.Of(quote.Passage, quote.Span);
            var spoken = quote.Speaker is null ? Judgement.By([own]) : check.Judge(new Claimed(quote.Whole, quote.Passage.Article.Language), [quote.Passage]);
            if (!quote.Text.Any(char.IsLetterOrDigit))
            {
                verdicts.Add(new(quote.Whole, VerdictOutcome.Dropped, StatesNothing));
            }
            else if (spoken.IsSupported)
            {
                verdicts.Add(new(quote.Whole, VerdictOutcome.Supported, ""));
                claims.Add(new(quote.Whole, [own, .. spoken.Citations]));
            }
            else
            {
                verdicts.Add(new(quote.Whole, VerdictOutcome.Dropped, spoken.Reason));
                verdicts.Add(new(quote.Text, VerdictOutcome.Supported, ""));
                claims.Add(new(quote.Text, [own]));
            }
        }

        return new(CitationNumbering.Number(claims), verdicts.ToImmutable(), verdicts.Count(verdict => verdict.Outcome != VerdictOutcome.Supported));
    }
}
