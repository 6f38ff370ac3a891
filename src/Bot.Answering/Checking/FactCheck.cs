using Bot.Answering.Facts;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim's numbers, dates, names and quoted words are in a sentence.</summary>
internal sealed class FactCheck(NameMatch names)
{
    public string? Fault(Claimed claim, Support support) =>
        Numbers(claim, support) ?? Dates(claim, support) ?? new NameCheck(names).Fault(claim, support) ?? Quotations(claim, support)
            ?? RelativeDates(claim, support);

    private static string? Numbers(Claimed claim, Support support)
    {
        foreach (var number in claim.Statement.Of(FactKind.Number).Where(number => !claim.Settled.Contains(number)))
        {
            var fault = NumberMatch.Fault(number, claim.Statement, support.Statement);
            if (fault is null)
            {
                continue;
            }

            if (support.Main.SpokenIn is { } spoken && NumberMatch.Fault(number, claim.Statement, spoken.Statement) is null)
            {
                support.Use(spoken);
                continue;
            }

            // "Joan Pell, who sells books at 14 Mill Street: “…”": it is told of the speaker.
            if (!claim.Speeches.Any(speech => speech.Frame.Contains(number.Span)) || NumberMatch.Fault(number, claim.Statement, support.Main.Context) is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Dates(Claimed claim, Support support)
    {
        foreach (var date in claim.Statement.Of(FactKind.Date).Where(date => !claim.Settled.Contains(date)))
        {
            if (!support.Statements.Any(evidence => HasDate(date, evidence, support)))
            {
                return $"the date \"{date.Span.In(claim.Statement.Text)}\" is not in the passage";
            }
        }

        return null;
    }

    private static bool HasDate(Fact date, Evidence evidence, Support support)
    {
        var counted = false;
        foreach (var given in evidence.Statement.Facts)
        {
            var (follows, byPublication) = given.Kind switch
            {
                FactKind.Date => DateMatch.Follows(date.Value, given.Value, support.Published),
                FactKind.Number when given.Unit.Length == 0 => (given.Value == date.Value, false),
                _ => (false, false),
            };
            if (follows && !byPublication)
            {
                support.Use(evidence);
                return true;
            }

            counted |= follows;
        }

        if (counted)
        {
            support.Use(evidence);
            support.ByPublication = true;
        }

        return counted;
    }

    private static string? Quotations(Claimed claim, Support support)
    {
        foreach (var quotation in claim.Quotations)
        {
            var words = quotation.In(claim.Statement.Text);
            if (QuotationMatch.In(words, support.Statement.Text))
            {
                continue;
            }

            if (QuotationSource(words, support.Main) is not { } sources)
            {
                return $"the quoted words \"{words}\" are not in the passage";
            }

            foreach (var source in sources)
            {
                support.Use(source);
            }
        }

        return null;
    }

    // Words quoted together may run over two sentences, or stand in the one that names the speaker.
    private static IReadOnlyList<Evidence>? QuotationSource(string words, Evidence main)
    {
        if (main.SpokenIn is { } spoken && QuotationMatch.In(words, spoken.Statement.Text))
        {
            return [spoken];
        }

        foreach (var other in new[] { main.Next, main.Previous }.OfType<Evidence>().Where(other => other.Passage == main.Passage))
        {
            var both = new TextSpan(Math.Min(main.Span.Start, other.Span.Start), Math.Max(main.Span.End, other.Span.End))
                .In(main.Passage.Article.Text);
            if (QuotationMatch.In(words, both))
            {
                return [other];
            }
        }

        return null;
    }

    private static string? RelativeDates(Claimed claim, Support support)
    {
        var text = claim.Statement.Tokens;
        for (var at = 0; at < text.Count; at++)
        {
            var length = text.Lexicon.RelativeDates.Match(text.Tokens, at, out _);
            if (length > 0 && !support.Statements.Any(evidence => Enumerable.Range(at, length).All(word =>
                evidence.Statement.Words.Contains(text.Tokens[word].Folded))))
            {
                return $"\"{text.Span(at, at + length).In(text.Text)}\" is not in the passage";
            }
        }

        return null;
    }
}
