using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Bot.Knowledge.Languages;

/// <summary>A language's forms that a stemmer can't lead back to the word dictionaries list: "fell" is "fall", "gab" is "geben". One embedded file a language.</summary>
internal sealed class IrregularForms
{
    private static readonly ConcurrentDictionary<string, IrregularForms> Read = new(StringComparer.Ordinal);

    private const char Note = '#';
    private const char Prefix = '+';

    // "Befunden" is "finden" with "be" before it, and without the participle's own beginning.
    private const string Participle = "ge";

    private readonly FrozenDictionary<string, string> _words;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly string[] _prefixes;

    private IrregularForms(string language)
    {
        using var stream = typeof(IrregularForms).Assembly.GetManifestResourceStream($"Forms/{language}")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != Note).ToLookup(line => line[0] == Prefix);
        _words = lines[false]
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(form => (Form: form, Word: words[0])))
            .DistinctBy(entry => entry.Form)
            .ToFrozenDictionary(entry => entry.Form, entry => entry.Word, StringComparer.Ordinal);
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = [.. lines[true].SelectMany(line => line.Split(' ').Skip(1))];
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
