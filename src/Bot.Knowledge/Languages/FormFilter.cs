using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Knowledge.Languages;

/// <summary>Leads irregular forms back to the word dictionaries list, which a stemmer can't: "fell" is "fall", "children" are "child".</summary>
internal sealed class FormFilter : TokenFilter
{
    private readonly IrregularForms _forms;
    private readonly ICharTermAttribute _term;

    /// <param name="input">Words in lower case.</param>
    /// <param name="forms">The forms.</param>
    public FormFilter(TokenStream input, IrregularForms forms)
        : base(input) => (_forms, _term) = (forms, AddAttribute<ICharTermAttribute>());

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (_forms.WordOf(_term.Buffer.AsSpan(0, _term.Length)) is { } word)
        {
            _term.SetEmpty().Append(word);
        }

        return true;
    }
}
