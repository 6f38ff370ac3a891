using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;

namespace Bot.Knowledge.Languages;

/// <summary>Lets an analyser's terms match however their diacritics are typed: "Malaga" finds "Málaga", "еще" finds "ещё".</summary>
internal sealed class FoldingAnalyzer(Analyzer inner) : AnalyzerWrapper(inner.Strategy)
{
    protected override Analyzer GetWrappedAnalyzer(string fieldName) => inner;

    protected override TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) =>
        new(components.Tokenizer, new ASCIIFoldingFilter(components.TokenStream));

    protected override TextReader InitReader(string fieldName, TextReader reader) => new PlainLettersReader(reader);
}
