using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim's numbers, dates, names and quoted words are in a sentence.</summary>
internal sealed class FactCheck(NameMatch names)
{
    private const int FewestLetters = 5;

    public string? Fault(Claimed claim, Support support) =>
        Numbers(claim, support) ?? Dates(claim, support) ?? Names(claim, support) ?? Nouns(claim, support) ?? Quotations(claim, support) ?? RelativeDates(claim, support);

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

            return fault;
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

    private string? Names(Claimed claim, Support support)
    {
        bool? mayBorrow = null;
        foreach (var name in claim.Statement.Of(FactKind.Name))
        {
            if (names.Has(support.Statement, name.Value) || names.Has(support.Main.Context, name.Value))
            {
                continue;
            }

            if (Spoken(support.Main).FirstOrDefault(sentence => names.Has(sentence.Statement, name.Value)) is { } spoken)
            {
                support.Use(spoken);
                continue;
            }

            mayBorrow ??= MayBorrow(claim, support.Statement);
            if (mayBorrow.Value && support.Main.Previous is { } previous && names.Has(previous.Statement, name.Value))
            {
                support.Use(previous);
                continue;
            }

            if (!(mayBorrow.Value && names.Has(support.Main.Title, name.Value)))
            {
                return $"the name \"{name.Span.In(claim.Statement.Text)}\" is not in the passage";
            }
        }

        return null;
    }

    // "She went on" names the speaker in the sentence before.
    private static IEnumerable<Evidence> Spoken(Evidence evidence)
    {
        if (evidence.SpokenIn is { } spoken)
        {
            yield return spoken;
            if (spoken.Previous is { } previous && spoken.Speeches.Any(speech => speech.Speaker.Pronoun))
            {
                yield return previous;
            }
        }
    }

    // "He" and "the group" may be named by the sentence before; but a sentence that begins with a name is about that name.
    private bool MayBorrow(Claimed claim, Statement statement)
    {
        var text = statement.Tokens;
        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsAnyOf(at, text.Lexicon.Anaphors) && !text.IsCapital(at + 1))
            {
                var before = statement.Of(FactKind.Name).Where(name => name.Span.Start < text.Tokens[at].Span.Start);
                return before.All(name => names.Has(claim.Statement, name.Value));
            }
        }

        return false;
    }

    // Where every noun has a capital, a noun is as good as a name.
    private static string? Nouns(Claimed claim, Support support)
    {
        var text = claim.Statement.Tokens;
        if (text.Lexicon.Data.CapitalsAreNames || !text.Lexicon.IsKnown)
        {
            return null;
        }

        foreach (var term in claim.Content)
        {
            if (claim.Statement.TokenAt(term.Span.Start) is { } at && text.IsCapital(at) && !text.StartsSentence(at)
                && !support.Statements.Any(evidence => HasNoun(evidence.Statement, term, text.Tokens[at])) && !HasNoun(support.Main.Context, term, text.Tokens[at]))
            {
                return $"\"{term.Span.In(claim.Statement.Text)}\" is not in the passage";
            }
        }

        return null;
    }

    private static bool HasNoun(Statement statement, Term term, Token token) => statement.TermSet.Contains(term.Text)
        || statement.Words.Any(word => (word.Length >= FewestLetters && token.Folded.EndsWith(word, StringComparison.Ordinal))
            || (token.Folded.Length >= FewestLetters && word.EndsWith(token.Folded, StringComparison.Ordinal)));

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
            var both = new TextSpan(Math.Min(main.Span.Start, other.Span.Start), Math.Max(main.Span.End, other.Span.End)).In(main.Passage.Article.Text);
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
            if (length > 0 && !support.Statements.Any(evidence => Enumerable.Range(at, length).All(word => evidence.Statement.Words.Contains(text.Tokens[word].Folded))))
            {
                return $"\"{text.Span(at, at + length).In(text.Text)}\" is not in the passage";
            }
        }

        return null;
    }
}
