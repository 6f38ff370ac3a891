using System.Collections.Concurrent;
using System.Collections.Frozen;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Questions;

/// <summary>Everyday synonyms of a language, as analysed terms: one embedded file a language, none for most.</summary>
internal sealed class Synonyms
{
    private static readonly ConcurrentDictionary<string, Synonyms> Loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FrozenSet<string>> _groups;

    private Synonyms(IEnumerable<string[]> groups) => _groups = groups
        .SelectMany(group => group.Select(word => (Word: word, Group: group)))
        .GroupBy(entry => entry.Word, entry => entry.Group, StringComparer.Ordinal)
        .ToFrozenDictionary(
            entry => entry.Key,
            entry => entry.SelectMany(group => group).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>The terms one of which may stand for <paramref name="term"/>; itself among them when it has any.</summary>
    public FrozenSet<string> For(string term) => _groups.GetValueOrDefault(term) ?? FrozenSet<string>.Empty;

    /// <summary>The synonyms of a language.</summary>
    public static Synonyms Of(string language) => Loaded.GetOrAdd(language, Load);

    private static Synonyms Load(string language)
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream($"Bot.Answering.Questions.Synonyms.{language}.txt");
        if (stream is null)
        {
            return new([]);
        }

        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(lines
            .Where(line => line[0] != '#')
            .Select(line => TextAnalysis.Terms(line, language).Select(term => term.Text).Distinct().ToArray()));
    }
}
