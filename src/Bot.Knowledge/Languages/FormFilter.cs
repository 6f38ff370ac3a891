using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Knowledge.Languages;

/// <summary>Puts one word in place of another: "fall" in that of "fell", which a stemmer can't lead back to it.</summary>
internal sealed class FormFilter : TokenFilter
{
    private readonly WordOf _wordOf;
    private readonly ICharTermAttribute _term;

    /// <param name="input">Words in lower case.</param>
    /// <param name="wordOf">The word for a form.</param>
    public FormFilter(TokenStream input, WordOf wordOf)
        : base(input) => (_wordOf, _term) = (wordOf, AddAttribute<ICharTermAttribute>());

    /// <summary>The word for a form, in lower case; <see langword="null"/> for any that stays as it is.</summary>
    public delegate string? WordOf(ReadOnlySpan<char> form);

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (_wordOf(_term.Buffer.AsSpan(0, _term.Length)) is { } word)
        {
            _term.SetEmpty().Append(word);
        }

        return true;
    }
}
