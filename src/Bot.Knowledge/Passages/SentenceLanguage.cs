using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Bot.Knowledge.Passages;

/// <summary>What a language writes with a full stop that ends no sentence, and the words its sentences start with.</summary>
internal sealed class SentenceLanguage
{
    private const string ResourcePrefix = "SentenceData/";

    private static readonly FrozenSet<string> Known = typeof(SentenceLanguage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .Select(name => name[ResourcePrefix.Length..])
        .ToFrozenSet();

    private static readonly ConcurrentDictionary<string, SentenceLanguage> Loaded = new();

    private readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> _words;

    private SentenceLanguage(ILookup<string, string> words)
    {
        _words = words.ToFrozenDictionary(
            kind => kind.Key,
            kind => kind.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());
        HasOrdinals = Has("flags", "ordinals");
        SemicolonAsks = Has("flags", "semicolon-asks");
        Quotatives = [.. words["quotative"]];
        SpeechStems = [.. words["speech"]];
    }

    /// <summary>Whether numbers with a full stop are ordinals ("am 3. März").</summary>
    public bool HasOrdinals { get; }

    /// <summary>Whether a semicolon is the question mark.</summary>
    public bool SemicolonAsks { get; }

    /// <summary>What goes on with a sentence right after a quotation has been closed, in scripts without spaces.</summary>
    public string[] Quotatives { get; }

    /// <summary>Verbs that attribute speech, for scripts in which words cannot be told apart.</summary>
    public string[] SpeechStems { get; }

    /// <summary>The data of a language; what holds everywhere for one without data.</summary>
    /// <param name="language">A BCP 47 tag; only its primary part counts.</param>
    public static SentenceLanguage For(string language)
    {
        var primary = language.Split('-', '_')[0].ToLowerInvariant();
        return Loaded.GetOrAdd(Known.Contains(primary) ? primary : "any", Load);
    }

    /// <summary>An abbreviation that never ends a sentence: what it belongs to must follow (Mr., e.g.).</summary>
    public bool NeverEnds(ReadOnlySpan<char> token) => HasEitherCase("never", token);

    /// <summary>An abbreviation before a number (No. 5); before anything else it is a word like others ("No.").</summary>
    public bool StandsBeforeNumber(ReadOnlySpan<char> token) => HasEitherCase("number", token);

    /// <summary>An abbreviation that ends a sentence only if what follows is surely the start of one (Inc., U.S., Jan.).</summary>
    public bool MayEnd(ReadOnlySpan<char> token) => HasEitherCase("mayend", token);

    /// <summary>
    /// An abbreviation that ends a sentence whenever a capital follows (etc., a.m.), save one that <see cref="FollowsTime"/>.
    /// </summary>
    public bool EndsBeforeCapital(ReadOnlySpan<char> token) => HasEitherCase("ends", token);

    /// <summary>A capitalised word that goes on with a time ("3 p.m. Monday").</summary>
    public bool FollowsTime(ReadOnlySpan<char> word) => Has("afterends", word);

    /// <summary>A word after which a letter is a number and not an initial ("World War I.").</summary>
    public bool IsNumberedByLetters(ReadOnlySpan<char> word) => Has("numbered", word);

    /// <summary>An article that names start with ("J. Le Goff").</summary>
    public bool IsNameArticle(ReadOnlySpan<char> word) => HasLower("namearticle", word);

    /// <summary>A function word that, capitalised, hardly stands anywhere but at the start of a sentence.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => HasLower("starters", word);

    /// <summary>A verb that attributes speech.</summary>
    public bool IsSpeechVerb(ReadOnlySpan<char> word) => Has("speech", word);

    private static SentenceLanguage Load(string language)
    {
        IEnumerable<string> names = language == "any" ? ["any"] : ["any", language];
        return new(names.SelectMany(Read).ToLookup(entry => entry.Kind, entry => entry.Word));
    }

    private static IEnumerable<(string Kind, string Word)> Read(string name)
    {
        using var stream = typeof(SentenceLanguage).Assembly.GetManifestResourceStream(ResourcePrefix + name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (line[..colon], word);
            }
        }
    }

    private bool Has(string kind, ReadOnlySpan<char> word) => _words.TryGetValue(kind, out var words) && words.Contains(word);

    private bool HasLower(string kind, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[SentenceMarks.LongestWord];
        var length = word.ToLowerInvariant(lower);
        return length > 0 && Has(kind, lower[..length]);
    }

    private bool HasEitherCase(string kind, ReadOnlySpan<char> token)
    {
        if (token.IsEmpty || token.Length > SentenceMarks.LongestWord)
        {
            return false;
        }

        Span<char> lower = stackalloc char[token.Length];
        token.CopyTo(lower);
        lower[0] = char.ToLowerInvariant(lower[0]);
        return Has(kind, token) || Has(kind, lower);
    }
}
