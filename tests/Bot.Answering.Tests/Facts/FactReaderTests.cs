using Bot.Answering.Facts;
using CsCheck;

namespace Bot.Answering.Tests.Facts;

public sealed class FactReaderTests
{
    [Theory]
    [InlineData("en", "About 30,000 civilians left.", "30000 civilians")]
    [InlineData("en", "It lasted more than 10 weeks.", "10 week")]
    [InlineData("en", "It lasted ten weeks.", "10 week")]
    [InlineData("en", "a 10-week siege", "10 week")]
    [InlineData("en", "twenty-five goals were shot", "25 goals")]
    [InlineData("en", "two hundred and five ships sank", "205 ships")]
    [InlineData("en", "three thousand five hundred men", "3500 men")]
    [InlineData("en", "some 200 American troops will stay", "200 troops")]
    [InlineData("en", "within six to 12 months", "6..12 month")]
    [InlineData("en", "between six and 12 months", "6..12 month")]
    [InlineData("en", "10–12% of voters", "10..12 %")]
    [InlineData("en", "2 to 3 million people", "2000000..3000000 people")]
    [InlineData("en", "rose from 100 to 200 points", "100 ", "200 points")]
    [InlineData("en", "he agrees \"100%\" with it", "100 %")]
    [InlineData("en", "about 12.5 per cent", "12.5 %")]
    [InlineData("en", "it cost $3.2 billion", "3200000000 usd")]
    [InlineData("en", "it cost 3 billion dollars", "3000000000 usd")]
    [InlineData("en", "it cost €40", "40 eur")]
    [InlineData("en", "30k followers", "30000 followers")]
    [InlineData("en", "half a million readers", "500000 readers")]
    [InlineData("en", "two dozen villages", "24 villages")]
    [InlineData("en", "dozens of villages")]
    [InlineData("en", "no one knew, and one of them fled")]
    [InlineData("en", "one soldier fell", "1 soldier")]
    [InlineData("en", "the 21st attempt", "21 th")]
    [InlineData("en", "the third attempt", "3 th")]
    [InlineData("en", "5 km away", "5 km")]
    [InlineData("en", "5km away", "5 km")]
    [InlineData("en", "it won 3-1", "3 ", "1 ")]
    [InlineData("de", "mehr als 30.000 Menschen", "30000 menschen")]
    [InlineData("de", "fünfundzwanzig Dörfer", "25 dörfer")]
    [InlineData("de", "zweihundertfünfzig Soldaten", "250 soldaten")]
    [InlineData("de", "3,5 Millionen Euro", "3500000 eur")]
    [InlineData("de", "sechs bis zwölf Monate", "6..12 month")]
    [InlineData("es", "más de 30.000 civiles", "30000 civiles")]
    [InlineData("es", "treinta y cinco casas", "35 casas")]
    [InlineData("es", "un 12 por ciento", "12 %")]
    [InlineData("fr", "plus de 30 000 civils", "30000 civils")]
    [InlineData("fr", "quatre-vingt-dix-sept villages", "97 villages")]
    [InlineData("fr", "soixante-dix villages", "70 villages")]
    [InlineData("fr", "3,5 milliards d'euros", "3500000000 eur")]
    [InlineData("ar", "٣٠ كيلومترا", "30 km")]
    [InlineData("zh", "约3万人撤离", "30000 人")]
    [InlineData("ja", "10週間", "10 week")]
    [InlineData("sw", "watu 300 walikufa", "300 walikufa")]
    public void Reads_numbers_with_their_units(string language, string text, params string[] expected) =>
        Assert.Equal(expected, Of(FactKind.Number, text, language).Select(fact => $"{fact.Value} {fact.Unit}"));

    [Theory]
    [InlineData("en", "more than 30,000 people", "MoreThan")]
    [InlineData("en", "at least 12 people", "AtLeast")]
    [InlineData("en", "nearly 12 people", "Nearly")]
    [InlineData("en", "up to 12 people", "AtMost")]
    [InlineData("en", "fewer than 12 people", "LessThan")]
    [InlineData("en", "around 12 people", "About")]
    [InlineData("en", "12 people or more", "AtLeast")]
    [InlineData("en", "12 people", "Exact")]
    [InlineData("de", "mindestens 12 Menschen", "AtLeast")]
    [InlineData("es", "más de 12 personas", "MoreThan")]
    [InlineData("fr", "près de 12 personnes", "Nearly")]
    public void Reads_what_bounds_a_number(string language, string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Of(FactKind.Number, text, language)).Bound.ToString());

    [Fact]
    public void A_numbers_phrase_holds_its_bound_and_its_unit()
    {
        const string Text = "It dragged on for more than 10 weeks, far longer.";

        var fact = Assert.Single(Of(FactKind.Number, Text, "en"));

        Assert.Equal("10", fact.Span.In(Text));
        Assert.Equal("more than 10 weeks", fact.Phrase.In(Text));
    }

    [Theory]
    [InlineData("en", "On March 23, 2019, it ended.", "2019-03-23")]
    [InlineData("en", "It ended on 23 March 2019.", "2019-03-23")]
    [InlineData("en", "It ended on the 23rd of March 2019.", "2019-03-23")]
    [InlineData("en", "It ended on Mar. 23, 2019.", "2019-03-23")]
    [InlineData("en", "It ended on 2019-03-23.", "2019-03-23")]
    [InlineData("en", "It ended on 3/23/2019.", "2019-03-23")]
    [InlineData("en", "It ended on March 22.", "--03-22")]
    [InlineData("en", "It began in March 2019.", "2019-03")]
    [InlineData("en", "It began in December.", "--12")]
    [InlineData("en", "It began last May and may end.", "--05")]
    [InlineData("en", "Theresa May said they march on.")]
    [InlineData("en", "It began in 2014 (and not in 2013).", "2014", "2013")]
    [InlineData("en", "It sent 2000 troops and $2000.")]
    [InlineData("en", "In the 1990s and the 80s", "1990s", "80s")]
    [InlineData("en", "It ended on Saturday.", "saturday")]
    [InlineData("en", "On Saturday, March 23, it ended.", "saturday", "--03-23")]
    [InlineData("de", "Am 23. März 2019 endete es.", "2019-03-23")]
    [InlineData("de", "Am 23.03.2019 endete es, am Samstag.", "2019-03-23", "saturday")]
    [InlineData("es", "El 23 de marzo de 2019, sábado", "2019-03-23", "saturday")]
    [InlineData("es", "en marzo de 2019", "2019-03")]
    [InlineData("fr", "Le 1er mars 2019, vendredi", "2019-03-01", "friday")]
    [InlineData("fr", "dans les années 1990", "1990s")]
    [InlineData("ar", "في ٢٣ مارس ٢٠١٩", "2019-03-23")]
    [InlineData("ar", "في 23 آذار/مارس 2019", "2019-03-23")]
    [InlineData("zh", "2019年3月23日，他们宣布胜利", "2019-03-23")]
    [InlineData("ja", "2019年3月に始まり、4月2日に終わった", "2019-03", "--04-02")]
    [InlineData("ko", "2019년 3월 23일에", "2019-03-23")]
    public void Reads_dates(string language, string text, params string[] expected) =>
        Assert.Equal(expected, Of(FactKind.Date, text, language).Select(fact => fact.Value));

    [Theory]
    [InlineData("en", "A letter to President Donald Trump's office", "president donald trump")]
    [InlineData("en", "The U.S. believes Abu Bakr al-Baghdadi is in Iraq.", "us", "abu bakr al-baghdadi", "iraq")]
    [InlineData("en", "The Department of Defense and the SDF agree.", "department of defense", "sdf")]
    [InlineData("en", "Militants fled when Baghouz fell. Baghouz is small.", "baghouz", "baghouz")]
    [InlineData("en", "However, the man went home. They left. I stayed.")]
    [InlineData("en", "Yesterday Ursula von der Leyen met John F. Kennedy.", "ursula von der leyen", "john f kennedy")]
    [InlineData("en", "In Egypt's Sinai Peninsula", "egypt", "sinai peninsula")]
    [InlineData("en", "at the al-Omar oil field", "al-omar")]
    [InlineData("en", "On Saturday in March it ended.")]
    [InlineData("en", "He owns an iPhone.", "iphone")]
    [InlineData("de", "Die NATO und Angela Merkel sprachen über den Hund.", "nato", "angela merkel")]
    [InlineData("es", "El presidente Pedro Sánchez viajó a Siria.", "pedro sánchez", "siria")]
    [InlineData("fr", "Le président Emmanuel Macron est à Paris.", "emmanuel macron", "paris")]
    [InlineData("zh", "叙利亚民主力量宣布胜利")]
    [InlineData("ar", "أعلنت قوات سوريا الديمقراطية النصر")]
    public void Reads_names(string language, string text, params string[] expected) =>
        Assert.Equal(expected, Of(FactKind.Name, text, language).Select(fact => fact.Value));

    [Theory]
    [InlineData("en", "He called it a \"critical milestone\" and \"good\".", "critical milestone")]
    [InlineData("en", "“We’ve won,” he said. “[We] seek peace.”", "we've won", "[we] seek peace")]
    [InlineData("de", "„Wir haben gewonnen“, sagte er.", "wir haben gewonnen")]
    [InlineData("fr", "« Nous avons gagné », dit-il.", "nous avons gagné")]
    [InlineData("ja", "彼は「終わった」と言った", "終わった")]
    [InlineData("en", "He said ‘it’s over now’ twice.", "it's over now")]
    [InlineData("en", "An unclosed \"quotation goes nowhere.")]
    public void Reads_quoted_words(string language, string text, params string[] expected) =>
        Assert.Equal(expected, Of(FactKind.Quotation, text, language).Select(fact => fact.Value));

    [Fact]
    public void Every_fact_lies_in_its_text()
    {
        var pieces = Gen.OneOf(
            "March", "23", ",", "2019", "two", "hundred", "and", "\"", "“", "”", "„", "‘", "’", "'s", " ", "\n", "-", "U.S.", "al", "Trump", "$", "%", "k", "10:30",
            "年", "月", "日", "万", "مارس", "٣", "🙂", "\uD83D", "e\u0301", "of", "to", "1.2.3", "99999999999999999999999999999999", "0", "12", "million", "fünfund", "zwanzig", "von", ".", "(", "½");
        var language = Gen.OneOf("en", "de", "es", "fr", "ar", "zh", "ja", "hi", "");

        Gen.Select(pieces.Array[0, 30], language).Sample(
            (parts, of) =>
            {
                var text = string.Concat(parts);
                Assert.All(FactReader.Read(text, of), fact =>
                {
                    Assert.InRange(fact.Span.Start, 0, fact.Span.End - 1);
                    Assert.True(fact.Span.End <= text.Length);
                    Assert.True(fact.Phrase.Contains(fact.Span) && fact.Phrase.Start >= 0 && fact.Phrase.End <= text.Length);
                    Assert.NotEmpty(fact.Value);
                });
            },
            iter: 10_000);
    }

    private static IEnumerable<Fact> Of(FactKind kind, string text, string language) =>
        FactReader.Read(text, language).Where(fact => fact.Kind == kind);
}
