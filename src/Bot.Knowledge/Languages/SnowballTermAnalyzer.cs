using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Util;

namespace Bot.Knowledge.Languages;

/// <summary>A language as Lucene's own analyser sees it, but with Snowball's stems, which know how verbs end, in place of the light ones for nouns.</summary>
/// <param name="stop">Its stop words.</param>
/// <param name="stemmer">Makes a stemmer.</param>
/// <param name="forms">Its irregular forms, if they are known.</param>
internal sealed class SnowballTermAnalyzer(CharArraySet stop, Func<SnowballProgram> stemmer, IrregularForms? forms = null) : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        var plain = new StopFilter(LuceneVersion.LUCENE_48, new LowerCaseFilter(LuceneVersion.LUCENE_48, words), stop);
        return new(words, new ASCIIFoldingFilter(new SnowballFilter(forms is null ? plain : new FormFilter(plain, forms.WordOf), stemmer())));
    }

    protected override TextReader InitReader(string fieldName, TextReader reader) => new PlainLettersReader(reader);
}
