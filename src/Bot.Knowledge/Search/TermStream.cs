using System.Collections.Immutable;
using Bot.Knowledge.Languages;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Knowledge.Search;

/// <summary>Hands terms that are already analysed to the index writer.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private ImmutableArray<Term> _terms = [];
    private int _next;

    public TermStream() => _term = AddAttribute<ICharTermAttribute>();

    public void Over(ImmutableArray<Term> terms) => (_terms, _next) = (terms, 0);

    public override bool IncrementToken()
    {
        if (_next == _terms.Length)
        {
            return false;
        }

        ClearAttributes();
        _term.SetEmpty().Append(_terms[_next++].Text);
        return true;
    }

    public override void Reset() => _next = 0;
}
