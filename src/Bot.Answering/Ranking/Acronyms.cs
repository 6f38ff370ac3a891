using System.Collections.Immutable;
using Bot.Answering.Checking;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Ranking;

/// <summary>Names that a question has in letters and a sentence in full, or the other way round, where the article has a name of these initials.</summary>
internal sealed class Acronyms
{
    private const int Shortest = 2;
    private const int Longest = 7;

    private readonly (TextSpan Span, string[] Parts)[] _names;
    private readonly ReadQuestion _question;

    /// <summary>Those of a question.</summary>
    public Acronyms(ReadQuestion question)
    {
        _question = question;
        _names = [.. FactReader.Read(question.Text, question.Language).Where(fact => fact.Kind == FactKind.Name).Select(fact => (fact.Span, Parts: NameParts.Of(fact.Value).ToArray())).Where(name => name.Parts.Length > 1)];
    }

    /// <summary>Whether a sentence has a name's word in the other form.</summary>
    /// <param name="term">The word.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="article">Its article.</param>
    public bool Has(QuestionTerm term, string sentence, ImmutableArray<Fact> facts, Article article)
    {
        var written = term.Span.In(_question.Text);
        if (written.Length is >= Shortest and <= Longest && written.All(char.IsUpper))
        {
            return facts.Any(fact => fact.Kind == FactKind.Name && IsSpelt(written, fact));
        }

        // All of an article is read for its names only where the letters stand.
        return _names.FirstOrDefault(name => name.Span.Contains(term.Span)).Parts is { } parts && NameBook.Initials(parts) is { Length: >= Shortest } initials
            && Phrases.Of(sentence).Words.Contains(initials) && ArticleNames.Of(article).Book.Value.Has(parts);
    }

    // "Tarn-backed Norvian Civic Guard" has the initials of NCG among its own.
    private static bool IsSpelt(string acronym, Fact name) => NameBook.Initials(NameParts.Of(name.Value)) is var initials && acronym.Length > Shortest
        ? initials.Contains(acronym, StringComparison.OrdinalIgnoreCase) : initials.Equals(acronym, StringComparison.OrdinalIgnoreCase);
}
