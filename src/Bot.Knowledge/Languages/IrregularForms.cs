using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Bot.Knowledge.Languages;

/// <summary>A language's forms that a stemmer can't lead back to the word dictionaries list: "fell" is "fall", "gab" is "geben". One embedded file a language.</summary>
internal sealed class IrregularForms
{
    private static readonly ConcurrentDictionary<string, IrregularForms> Read = new(StringComparer.Ordinal);

    // A form with one of these before it is the word with it before: "befand", and without the participle's own "ge" too: "befunden".
    private static readonly FrozenDictionary<string, string[]> Prefixes = new Dictionary<string, string[]>
    {
        ["de"] =
        [
            "be", "ent", "er", "ver", "zer", "ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fest", "heraus", "hervor", "hin", "mit", "nach", "nieder", "statt",
            "über", "um", "unter", "vor", "weg", "weiter", "wieder", "zu", "zurück", "zusammen",
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Participle = "ge";

    private readonly FrozenDictionary<string, string> _words;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly string[] _prefixes;

    private IrregularForms(string language)
    {
        using var stream = typeof(IrregularForms).Assembly.GetManifestResourceStream($"Forms/{language}")!;
        using var reader = new StreamReader(stream);
        _words = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(form => (Form: form, Word: words[0])))
            .DistinctBy(entry => entry.Form)
            .ToFrozenDictionary(entry => entry.Form, entry => entry.Word, StringComparer.Ordinal);
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Prefixes.GetValueOrDefault(language) ?? [];
    }

    /// <summary>Those of a language that has a file.</summary>
    public static IrregularForms Of(string language) => Read.GetOrAdd(language, static language => new(language));

    /// <summary>The word that a form, in lower case, is of; <see langword="null"/> for any other.</summary>
    public string? WordOf(ReadOnlySpan<char> form)
    {
        if (_wordsBySpan.TryGetValue(form, out var word))
        {
            return word;
        }

        foreach (var prefix in _prefixes)
        {
            if (form.StartsWith(prefix, StringComparison.Ordinal)
                && (_wordsBySpan.TryGetValue(form[prefix.Length..], out word) || _wordsBySpan.TryGetValue(string.Concat(Participle, form[prefix.Length..]), out word)))
            {
                return prefix + word;
            }
        }

        return null;
    }
}
