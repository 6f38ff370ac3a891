using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim's names are in a sentence, or in what the sentence takes up from the one before.</summary>
internal sealed class NameCheck(NameMatch names)
{
    private const int FewestLetters = 5;

    public string? Fault(Claimed claim, Support support) => Names(claim, support) ?? Nouns(claim, support);

    private string? Names(Claimed claim, Support support)
    {
        bool? mayBorrow = null;
        foreach (var name in claim.Statement.Of(FactKind.Name))
        {
            if (names.Has(support.Statement, name.Value))
            {
                continue;
            }

            if (Displaced(claim.Statement, name, support.Statement) is { } displaced)
            {
                return $"\"{name.Span.In(claim.Statement.Text)}\" stands where the passage has \"{displaced}\"";
            }

            if (names.Has(support.Main.Context, name.Value))
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

    // "from Rome" where the sentence has "from Oslo": a name found nearby is not the one that stands there.
    private string? Displaced(Statement claim, Fact name, Statement statement) => Before(claim, name) is not { } word ? null
        : statement.Of(FactKind.Name).Where(other => Before(statement, other) == word && !names.Has(claim, other.Value))
            .Select(other => other.Span.In(statement.Text)).FirstOrDefault();

    private static string? Before(Statement statement, Fact name) =>
        statement.TokenAt(name.Span.Start) is { } at && at > 0 && statement.Tokens.Tokens[at - 1].Kind != TokenKind.Sign ? statement.Tokens.Tokens[at - 1].Folded : null;

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
            if (claim.Statement.TokenAt(term.Span.Start) is { } at && text.IsCapital(at)
                && !support.Statements.Any(evidence => HasNoun(evidence.Statement, term, text.Tokens[at]))
                    && !HasNoun(support.Main.Context, term, text.Tokens[at]))
            {
                return $"\"{term.Span.In(claim.Statement.Text)}\" is not in the passage";
            }
        }

        return null;
    }

    private static bool HasNoun(Statement statement, Term term, Token token) => statement.TermSet.Contains(term.Text)
        || statement.Words.Any(word => (word.Length >= FewestLetters && token.Folded.EndsWith(word, StringComparison.Ordinal))
            || (token.Folded.Length >= FewestLetters && word.EndsWith(token.Folded, StringComparison.Ordinal)));
}
