using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Knowledge.Languages;

/// <summary>Leads irregular forms back to the word dictionaries list, which a stemmer can't: "fell" is "fall", "children" are "child".</summary>
internal sealed class EnglishFormFilter : TokenFilter
{
    private static readonly FrozenDictionary<string, string> Words = Read();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ICharTermAttribute _term;

    public EnglishFormFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (WordsBySpan.TryGetValue(_term.Buffer.AsSpan(0, _term.Length), out var word))
        {
            _term.SetEmpty().Append(word);
        }

        return true;
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(EnglishFormFilter).Assembly.GetManifestResourceStream("Forms/en")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(form => (Form: form, Word: words[0])))
            .ToFrozenDictionary(entry => entry.Form, entry => entry.Word, StringComparer.Ordinal);
    }
}
