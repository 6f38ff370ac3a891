using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Lexicons;

/// <summary>Words of a language that exclude each other.</summary>
internal sealed class Opposites
{
    private const int LeastStem = 4;

    private static readonly ConcurrentDictionary<string, Opposites> Known = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ImmutableArray<string>> _to;
    private readonly FrozenSet<string> _leftOut;
    private readonly ImmutableArray<string> _prefixes;

    private Opposites(string language)
    {
        var data = Lexicon.For(language).Data;
        (string One, string Other)[] written = [.. data.Opposites.Select(pair => WordList.Phrases(pair).ToArray()).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]))];
        string[] words = [.. written.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct()];
        var analysed = Analysed(words, language);
        Pairs =
        [
            .. written.Concat(written.Select(pair => (One: analysed.GetValueOrDefault(pair.One, pair.One), Other: analysed.GetValueOrDefault(pair.Other, pair.Other))))
                .Where(pair => pair.One != pair.Other).SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).Distinct(),
        ];
        _to = Pairs.GroupBy(pair => pair.One, pair => pair.Other, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _leftOut = words.Where(word => !analysed.ContainsKey(word)).ToFrozenSet(StringComparer.Ordinal);
        _prefixes = [.. WordList.Phrases(data.OppositePrefixes)];
    }

    /// <summary>Each with its opposite, both ways, as written and as analysed.</summary>
    public ImmutableArray<(string One, string Other)> Pairs { get; }

    /// <summary>The opposites of a language's words.</summary>
    /// <param name="language">A BCP 47 primary subtag.</param>
    public static Opposites Of(string language) => Known.GetOrAdd(language, static language => new(language));

    /// <summary>Whether analysis leaves a listed word out, such as "most" and "before", so that it can only be looked for as it is written.</summary>
    public bool IsLeftOut(string word) => _leftOut.Contains(word);

    /// <summary>What excludes a word: listed words, as written and as analysed, and the word with or without a prefix that turns it, "unpopular" and "popular".</summary>
    public ImmutableArray<string> To(string term) =>
    [
        .. _to.GetValueOrDefault(term, []),
        .. term.Length >= LeastStem ? _prefixes.Select(prefix => prefix + term) : [],
        .. _prefixes.Where(prefix => term.Length >= prefix.Length + LeastStem && term.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => term[prefix.Length..]),
    ];

    // All at once: analysing begins anew with each text.
    private static Dictionary<string, string> Analysed(string[] words, string language)
    {
        var text = string.Join('\n', words);
        var analysed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in TextAnalysis.Terms(text, language))
        {
            var start = text.LastIndexOf('\n', term.Span.Start) + 1;
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            analysed.TryAdd(text[start..end], term.Text);
        }

        return analysed;
    }
}
