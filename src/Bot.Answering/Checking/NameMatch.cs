using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Compares names: parts of one name, acronyms, people and their countries.</summary>
internal sealed class NameMatch(Lazy<NameBook> book)
{
    private static readonly (string One, string Other)[] Demonyms =
    [
        ("", "n"), ("", "i"), ("", "an"), ("", "ian"), ("", "ese"), ("", "ish"), ("", "s"), ("y", "ian"), ("y", ""), ("ey", "ish"),
        ("e", "ian"), ("a", "ese"), ("", "is"), ("", "ns"),
        ("a", "ian"), ("o", "an"), ("e", "ean"), ("", "nes"), ("", "ne"), ("e", "en"), ("e", "enne"), ("e", "iens"), ("a", "o"),
        ("ia", "io"), ("ien", "isch"), ("ien", "ische"), ("ien", "ischen"),
        ("ien", "er"), ("", "isch"), ("", "ische"), ("", "ischen"), ("", "ns"), ("", "er"),
    ];

    /// <summary>Whether a sentence names what a name names.</summary>
    public bool Has(Statement statement, string name)
    {
        var parts = NameParts.Of(name).ToList();
        var missing = parts.Where(part => !HasPart(statement, part)).ToList();
        if (missing.Count > 0)
        {
            missing.RemoveAll(Aliased(statement, name).Contains);
        }

        if (missing.Count == 0 || HasAcronym(statement, parts))
        {
            return true;
        }

        // "Donald Trump" where the sentence has "Trump": the article must join the two.
        return missing.Count < parts.Count && parts.Except(missing).Any(found => missing.All(part => book.Value.Joins(part, found)));
    }

    /// <summary>Whether two words may be parts of one name, or name a country and its people.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal) || IsDemonym(one, other)
        || IsDemonym(other, one);

    /// <summary>Whether any word of one list names the same as one of another.</summary>
    public bool Meet(IReadOnlyCollection<string> some, IReadOnlyCollection<string> others, Statement of, Statement or) =>
        some.Any(one => others.Any(other => Same(one, other)))
        || some.Any(one => one.Length is > 1 and < 7 && book.Value.Expansions(one).Any(name => name.All(others.Contains)))
        || others.Any(one => one.Length is > 1 and < 7 && book.Value.Expansions(one).Any(name => name.All(some.Contains)))
        || Aliases(some, of).Overlaps(Aliases(others, or));

    private static bool HasPart(Statement statement, string part) =>
        statement.Words.Contains(part) || (part.Length > 3 && statement.Words.Any(word => word.Length > 3 && word[0] == part[0]
            && Same(part, word)));

    // The parts of a name of which the statement has another form: "U.S." of "U.S. Army" where it has "American".
    private static HashSet<string> Aliased(Statement statement, string name)
    {
        var tokens = Tokenizer.Read(name);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < tokens.Length; at++)
        {
            if (statement.Lexicon.Aliases.Match(tokens, at, out var alias) is var length && length > 0 && statement.Aliases.Contains(alias))
            {
                found.UnionWith(tokens[at..(at + length)].Select(token => token.Folded));
            }
        }

        return found;
    }

    private bool HasAcronym(Statement statement, List<string> parts) =>
        parts.Count == 1 ? book.Value.Expansions(parts[0]).Any(name => name.All(part => HasPart(statement, part)))
        : statement.Words.Contains(NameBook.Initials(parts)) && book.Value.Has(parts);

    private static HashSet<int> Aliases(IEnumerable<string> names, Statement within) =>
        [.. within.Of(FactKind.Name).Where(name => NameParts.Of(name.Value).Any(names.Contains)).SelectMany(name =>
            AliasesOf(name.Value, within.Lexicon))];

    private static IEnumerable<int> AliasesOf(string name, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(name);
        for (var at = 0; at < tokens.Length; at++)
        {
            if (lexicon.Aliases.Match(tokens, at, out var alias) > 0)
            {
                yield return alias;
            }
        }
    }

    private static bool IsDemonym(string one, string other)
    {
        if (one.Length < 4 || other.Length < 4)
        {
            return false;
        }

        foreach (var (end, otherEnd) in Demonyms)
        {
            if (one.Length - end.Length == other.Length - otherEnd.Length && one.Length - end.Length >= 3
                && one.EndsWith(end, StringComparison.Ordinal) && other.EndsWith(otherEnd, StringComparison.Ordinal)
                && one.AsSpan(0, one.Length - end.Length).SequenceEqual(other.AsSpan(0, other.Length - otherEnd.Length)))
            {
                return true;
            }
        }

        return false;
    }
}
