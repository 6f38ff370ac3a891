using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace Bot.Knowledge.Languages;

/// <summary>
/// English as Lucene's own analyser sees it (possessives cut, Porter's stems), with British spellings read as American ones, irregular forms led back to their word, acronyms joined
/// ("U.S." is "US"), digits without separators ("30,000" is "30000"), more function words left out, and diacritics folded.
/// </summary>
internal sealed class EnglishTermAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        var plain = new EnglishWordFilter(new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, words));
        var american = new FormFilter(plain, EnglishSpelling.Of);
        return new(words, new ASCIIFoldingFilter(new PorterStemFilter(new FormFilter(american, IrregularForms.Of("en").WordOf))));
    }

    protected override TextReader InitReader(string fieldName, TextReader reader) => new PlainLettersReader(reader);
}
