using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>The names of an article: which words are parts of one name, and which acronyms stand for which.</summary>
internal sealed class NameBook
{
    // What an article calls its people it says early; and reading must not cost more for a very long one.
    private const int Longest = 60_000;

    private readonly ImmutableArray<ImmutableArray<string>> _names;

    public NameBook(Article article)
    {
        var text = $"{article.Title}\n{article.Text}";
        _names = [.. FactReader.Read(text[..Math.Min(text.Length, Longest)], article.Language).Where(fact => fact.Kind == FactKind.Name)
            .Select(fact => fact.Value).Distinct().Select(name => (ImmutableArray<string>)[.. NameParts.Of(name)])];
    }

    /// <summary>Whether the article has a name with both words: "Donald" and "Trump".</summary>
    public bool Joins(string part, string other) => _names.Any(name => name.Contains(part) && name.Contains(other));

    /// <summary>Whether the article has a name with all these words.</summary>
    public bool Has(IReadOnlyCollection<string> parts) => _names.Any(name => parts.All(name.Contains));

    /// <summary>The names whose initials are these letters: "Syrian Democratic Forces" for "sdf".</summary>
    public IEnumerable<ImmutableArray<string>> Expansions(string acronym) => _names.Where(name => name.Length > 1
        && Initials(name) == acronym);

    public static string Initials(IEnumerable<string> parts) => string.Concat(parts.Select(part => part[0]));
}
