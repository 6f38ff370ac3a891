using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Checking;

/// <summary>
/// A sentence, read for what it states: its facts, its content and what qualifies it. Each part is read when it is first asked for: of the
/// passages that may support a claim, few sentences are looked at closely.
/// </summary>
/// <param name="text">The sentence.</param>
/// <param name="language">Its language.</param>
internal sealed class Statement(string text, string language)
{
    private (FactText Tokens, ImmutableArray<Fact> Facts)? _read;

    public string Text { get; } = text;

    public string Language { get; } = language;

    public Lexicon Lexicon => Tokens.Lexicon;

    public FactText Tokens => Read.Tokens;

    public ImmutableArray<Fact> Facts => Read.Facts;

    /// <summary>All its terms.</summary>
    public ImmutableArray<Term> Terms => field.IsDefault ? field = TextAnalysis.Terms(Text, Language) : field;

    public HashSet<string> TermSet => field ??= [.. Terms.Select(term => term.Text)];

    /// <summary>Its tokens, folded.</summary>
    public HashSet<string> Words => field ??= [.. Tokens.Tokens.Select(token => token.Folded)];

    public ImmutableArray<Mark> Marks => field.IsDefault ? field = ReadMarks() : field;

    /// <summary>The terms that are neither facts nor qualify anything.</summary>
    public ImmutableArray<Term> Content => field.IsDefault ? field = [.. Terms.Where(IsContent)] : field;

    /// <summary>The names with several forms that it has, by their number in the lexicon.</summary>
    public HashSet<int> Aliases => field ??= ReadAliases();

    /// <summary>Whether its script has capitals, so that names can be told; a foreign word or two make no difference.</summary>
    public bool HasCapitals => Text.Count(char.IsLower) * 2 > Text.Count(char.IsLetter);

    /// <summary>Its words, numbers and dates in order.</summary>
    public ImmutableArray<Gist> Gists => field.IsDefault ? field = Gist.Of(Tokens, Facts) : field;

    public IEnumerable<Fact> Of(FactKind kind) => Facts.Where(fact => fact.Kind == kind);

    /// <summary>Whether it only has function words, so that there is nothing to check.</summary>
    public bool IsEmpty => Content.IsEmpty && Facts.IsEmpty;

    /// <summary>The token at a place of the text.</summary>
    public int? TokenAt(int place)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = Tokens.Tokens[middle].Span;
            if (place < span.Start)
            {
                high = middle - 1;
            }
            else if (place >= span.End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return null;
    }

    // Reading the facts marks the tokens that they take: neither is of use without the other.
    private (FactText Tokens, ImmutableArray<Fact> Facts) Read => _read ??= ReadFacts(new(Text, Language));

    private static (FactText Tokens, ImmutableArray<Fact> Facts) ReadFacts(FactText tokens) => (tokens, FactReader.Read(tokens));

    private ImmutableArray<Mark> ReadMarks()
    {
        var termAt = new string?[Tokens.Count];
        foreach (var term in Terms)
        {
            if (TokenAt(term.Span.Start) is { } at)
            {
                termAt[at] ??= term.Text;
            }
        }

        return MarkReader.Read(Tokens, Facts, at => termAt[at]);
    }

    private bool IsContent(Term term)
    {
        if (TokenAt(term.Span.Start) is not { } at || Lexicon.Stop.Contains(Tokens.Tokens[at].Folded))
        {
            return false;
        }

        return !Facts.Any(fact => fact.Kind != FactKind.Quotation && fact.Span.Overlaps(term.Span))
            && !Facts.Any(fact => fact.Kind == FactKind.Number && fact.Phrase.Start <= term.Span.Start && term.Span.End <= fact.Span.Start)
            && !Marks.Any(mark => mark.Span.Overlaps(term.Span));
    }

    private HashSet<int> ReadAliases()
    {
        var found = new HashSet<int>();
        for (var at = 0; at < Tokens.Count; at++)
        {
            // "us" the pronoun is no country.
            if (Lexicon.Aliases.Match(Tokens.Tokens, at, out var alias) > 0 && (Tokens.IsCapital(at)
                || !char.IsLower(Text[Tokens.Tokens[at].Span.Start])))
            {
                found.Add(alias);
            }
        }

        return found;
    }
}
