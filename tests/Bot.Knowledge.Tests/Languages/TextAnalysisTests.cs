using System.Collections.Immutable;
using Bot.Knowledge.Languages;
using CsCheck;

namespace Bot.Knowledge.Tests.Languages;

public class TextAnalysisTests
{
    private static readonly string[] Languages = ["en", "de", "es", "fr", "ar", "hi", "ru", "zh", "tr", "fa", "th"];

    [Theory]
    [InlineData("en", "Malaga", "Málaga")]
    [InlineData("en", "US", "U.S.")]
    [InlineData("en", "the US army", "The U.S. Army")]
    [InlineData("en", "30000", "30,000")]
    [InlineData("en", "Trump's", "Trump’s")]
    [InlineData("en", "fighter", "fighters")]
    [InlineData("en", "Covid‑19", "COVID-19")]
    [InlineData("en", "when did it fall", "it fell")]
    [InlineData("en", "who withdrew", "withdrawing")]
    [InlineData("en", "child", "children")]
    [InlineData("en", "When did she die?", "she died")]
    [InlineData("en", "lie", "lying")]
    [InlineData("en", "try", "tried")]
    [InlineData("en", "sue", "sued")]
    [InlineData("en", "add", "added")]
    [InlineData("en", "fly", "flies")]
    [InlineData("en", "coronaviruses", "coronavirus")]
    [InlineData("en", "bus", "buses")]
    [InlineData("en", "analysis", "analyses")]
    [InlineData("en", "analysed", "analyze")]
    [InlineData("en", "organisations", "organization")]
    [InlineData("en", "realised", "realizes")]
    [InlineData("en", "behavioural", "behavioral")]
    [InlineData("en", "centres", "center")]
    [InlineData("en", "promising", "promises")]
    [InlineData("en", "founded", "it was founded")]
    [InlineData("es", "Malaga", "Málaga")]
    [InlineData("es", "elecciones", "eleccion")]
    [InlineData("es", "costaron", "costó")]
    [InlineData("es", "construido", "construyeron")]
    [InlineData("es", "renuevan", "renovando")]
    [InlineData("es", "cuesta", "costará")]
    [InlineData("es", "murió", "morir")]
    [InlineData("de", "kostet", "Kosten")]
    [InlineData("de", "begann", "beginnen")]
    [InlineData("de", "befand", "befunden")]
    [InlineData("de", "aufgebaut", "aufbauen")]
    [InlineData("de", "genehmigt", "genehmigen")]
    [InlineData("de", "beschlossen", "beschloss")]
    [InlineData("de", "Häuser", "Hauser")]
    [InlineData("fr", "Élysée", "elysee")]
    [InlineData("fr", "l’économie", "l'economie")]
    [InlineData("ru", "ещё война", "еще войны")]
    [InlineData("ar", "الكتاب", "كتاب")]
    [InlineData("hi", "किताब", "किताबें")]
    [InlineData("pt-BR", "eleição", "eleicao")]
    [InlineData("xx", "Çelik", "celik")]
    public void Words_that_readers_take_for_the_same_have_the_same_terms(string language, string one, string other) =>
        Assert.Equal(Texts(one, language), Texts(other, language));

    [Theory]
    [InlineData("Baghdadi", "Abu Bakr al-Baghdadi")]
    [InlineData("19", "COVID-19")]
    [InlineData("WHO", "what did the WHO say")]
    [InlineData("US", "Does the US know?")]
    [InlineData("3.5", "about 3.5 million")]
    public void A_part_of_a_name_finds_the_name(string part, string whole) => Assert.Subset(Texts(whole, "en").ToHashSet(), Texts(part, "en").ToHashSet());

    [Fact]
    public void A_question_keeps_only_the_words_that_tell() => Assert.Equal(["citi", "fall"], Texts("Which of the cities fell, and when did they?", "en"));

    [Theory]
    [InlineData("promise", "prom")]
    [InlineData("premises", "prem")]
    [InlineData("treatise", "treat")]
    public void What_is_spelt_so_by_all_is_no_british_spelling(string word, string other) => Assert.Empty(Texts(word, "en").Intersect(Texts(other, "en")));

    [Theory]
    [InlineData("Verlag", "verliegen")]
    [InlineData("Schloss", "schließen")]
    [InlineData("Anlagen", "anliegen")]
    public void What_only_looks_like_a_verbs_form_is_none(string noun, string verb) => Assert.Empty(Texts(noun, "de").Intersect(Texts(verb, "de")));

    [Theory]
    [InlineData("zh", "国际原子能机构")]
    [InlineData("ja", "東京都")]
    [InlineData("ko", "대한민국")]
    public void Text_without_spaces_is_cut_into_overlapping_pairs(string language, string text) =>
        Assert.Equal(Enumerable.Range(0, text.Length - 1).Select(at => text.Substring(at, 2)), Texts(text, language));

    [Fact]
    public void Spans_name_the_words_as_they_stand_in_the_text()
    {
        const string Text = "The “U.S.” army’s 30,000 soldiers";
        Assert.Equal(["U.S", "army’s", "30,000", "soldiers"], TextAnalysis.Terms(Text, "en").Select(term => term.Span.In(Text)));
    }

    [Fact]
    public void Spans_lie_within_any_text_whatever_it_holds() =>
        Gen.Select(Gen.String, Gen.Int[0, 10]).Sample(
            (text, language) => Assert.All(TextAnalysis.Terms(text, Languages[language]), term => Assert.InRange(term.Span.End, term.Span.Start + 1, text.Length)),
            seed: "0000KOIKa6W3", iter: 2000);

    [Fact]
    public async Task Many_threads_get_the_same_terms_as_one()
    {
        string[] languages = ["en", "de", "es", "fr", "ar", "zh"];
        const string Text = "The U.S. army took the cities of Málaga and 東京 الكتاب.";
        var alone = languages.ToDictionary(language => language, language => Texts(Text, language));
        var together = await Task.WhenAll(Enumerable.Range(0, 200).Select(turn => Task.Run(() =>
            (Language: languages[turn % languages.Length], Terms: Texts(Text, languages[turn % languages.Length])))));
        Assert.All(together, one => Assert.Equal(alone[one.Language], one.Terms));
    }

    private static ImmutableArray<string> Texts(string text, string language) => [.. TextAnalysis.Terms(text, language).Select(term => term.Text)];
}
