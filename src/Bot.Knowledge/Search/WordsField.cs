using System.Collections.Immutable;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Term = Bot.Knowledge.Languages.Term;

namespace Bot.Knowledge.Search;

/// <summary>A field of words that are analysed already, for one document after the other.</summary>
internal sealed class WordsField(string name) : Field(name, new TermStream(), Words)
{
    private static readonly FieldType Words = new(TextField.TYPE_NOT_STORED)
    {
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
        OmitNorms = true,
    };

    /// <summary>The field with these words, until it is asked for others.</summary>
    public WordsField Of(ImmutableArray<Term> terms)
    {
        ((TermStream)GetTokenStreamValue()).Over(terms);
        return this;
    }
}
