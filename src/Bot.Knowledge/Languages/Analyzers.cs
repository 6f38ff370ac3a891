using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;
using Snowball = Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Bot.Knowledge.Languages;

/// <summary>One analyser a language, made when it is first needed (each loads its stop words) and kept.</summary>
internal static class Analyzers
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly Lazy<Analyzer> Unknown = Folded(() => new StandardAnalyzer(Version));

    private static readonly Dictionary<string, Lazy<Analyzer>> ByLanguage = Register();

    /// <summary>The analyser of a language.</summary>
    /// <param name="language">A BCP 47 tag of which the primary subtag counts.</param>
    public static Analyzer For(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? language : language[..end];
        return ByLanguage.GetValueOrDefault(primary, Unknown).Value;
    }

    private static Dictionary<string, Lazy<Analyzer>> Register()
    {
        var bigrams = Folded(() => new CJKAnalyzer(Version));
        var norwegian = Folded(() => new NorwegianAnalyzer(Version));
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["en"] = new(() => new EnglishTermAnalyzer()),
            ["zh"] = bigrams,
            ["ja"] = bigrams,
            ["ko"] = bigrams,
            ["no"] = norwegian,
            ["nb"] = norwegian,
            ["nn"] = norwegian,
            ["ar"] = Folded(() => new ArabicAnalyzer(Version)),
            ["bg"] = Folded(() => new BulgarianAnalyzer(Version)),
            ["ca"] = Folded(() => new CatalanAnalyzer(Version)),
            ["ckb"] = Folded(() => new SoraniAnalyzer(Version)),
            ["cs"] = Folded(() => new CzechAnalyzer(Version)),
            ["da"] = Folded(() => new DanishAnalyzer(Version)),
            ["de"] = new(() => new SnowballTermAnalyzer(GermanAnalyzer.DefaultStopSet, () => new Snowball.GermanStemmer(), IrregularForms.Of("de"))),
            ["el"] = Folded(() => new GreekAnalyzer(Version)),
            ["es"] = new(() => new SnowballTermAnalyzer(SpanishAnalyzer.DefaultStopSet, () => new Snowball.SpanishStemmer(), IrregularForms.Of("es"))),
            ["eu"] = Folded(() => new BasqueAnalyzer(Version)),
            ["fa"] = Folded(() => new PersianAnalyzer(Version)),
            ["fi"] = Folded(() => new FinnishAnalyzer(Version)),
            ["fr"] = Folded(() => new FrenchAnalyzer(Version)),
            ["ga"] = Folded(() => new IrishAnalyzer(Version)),
            ["gl"] = Folded(() => new GalicianAnalyzer(Version)),
            ["hi"] = Folded(() => new HindiAnalyzer(Version)),
            ["hu"] = Folded(() => new HungarianAnalyzer(Version)),
            ["hy"] = Folded(() => new ArmenianAnalyzer(Version)),
            ["id"] = Folded(() => new IndonesianAnalyzer(Version)),
            ["it"] = Folded(() => new ItalianAnalyzer(Version)),
            ["lv"] = Folded(() => new LatvianAnalyzer(Version)),
            ["nl"] = Folded(() => new DutchAnalyzer(Version)),
            ["pt"] = Folded(() => new PortugueseAnalyzer(Version)),
            ["ro"] = Folded(() => new RomanianAnalyzer(Version)),
            ["ru"] = Folded(() => new RussianAnalyzer(Version)),
            ["sv"] = Folded(() => new SwedishAnalyzer(Version)),
            ["tr"] = Folded(() => new TurkishAnalyzer(Version)),
        };
    }

    private static Lazy<Analyzer> Folded(Func<Analyzer> make) => new(() => new FoldingAnalyzer(make()));
}
