using System.Collections.Immutable;
using Bot.Answering.Checking;
using Bot.Answering.Composing;
using Bot.Answering.Tracing;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.Checking;

/// <summary>Articles written for these tests, one passage a paragraph.</summary>
internal static class Some
{
    private const string Dam =
        """
        The Karun River burst its banks on Tuesday after the Marsa Dam failed, forcing more than 12,000 people to leave the town of Belhaven.

        The dam, built in 1974, had held back 40 million cubic metres of water. Engineers had inspected it for the last time in March 2017.

        Interior Minister Lena Okafor said that the repairs could take six to nine months. "We will rebuild every house," she said at a meeting in the town hall. "Nobody will be left alone."

        The opposition Green Alliance claims the government ignored three warnings. Okafor denied that any warning had reached her office.

        About 200 soldiers and 30 engineers are working in Belhaven. Some families have returned, but most residents remain in shelters.

        Water levels are falling faster in Belhaven than in Torvik. The northern bridge was not damaged and will reopen if the inspection on Friday finds no cracks.

        The Royal Engineering Institute (REI) will publish its report on 14 May 2019. According to the REI, the dam's spillway was probably too small.

        Mayor Tomas Brandt thanked the volunteers. He hopes that the schools will open in September.

        The insurer Norvia paid 3 million euros to farmers. The state paid 5 million euros to shopkeepers.

        Belhaven was founded in 1820. Torvik was founded in 1870.

        Norvia sued the Green Alliance in Torvik last month.

        However Ines Moreau, the Energy Ministry's official in charge of Torvik, added that the danger is not over.
        """;

    private const string Tram =
        """
        Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops. Line 2 has 9 stops, and Line 3 has 12.
        """;

    private const string Bridge =
        """
        The Lorne Road Bridge (opened in 1911), which carried 46,300 cars a day, was closed on Monday by the Royal Roads Authority (RRA); the city council had asked for it. The RRA will probably test the pillars. However, the ferries are running.

        In Lorne, Jonas Adler paints boats. In Tarn, Ines Falk paints trams. If it rains, the painters stay at home, and if it snows, they go skiing.

        According to the mayor, the ferry was declared lost in spring.
        """;

    private const string Damm =
        """
        Der Fluss Karun trat am Dienstag über die Ufer, nachdem der Marsa-Damm gebrochen war. Mehr als 12.000 Menschen mussten die Stadt Belhaven verlassen.

        Innenministerin Lena Okafor sagte, die Reparaturen könnten sechs bis neun Monate dauern. Die Brücke im Norden wurde nicht beschädigt.

        Die Opposition behauptet, die Regierung habe drei Warnungen ignoriert.

        Okafor nannte den Bruch „eine Katastrophe“ für die Stadt. Der Damm wurde 1974 gebaut.
        """;

    private const string Presa =
        """
        El río Karun se desbordó el martes tras la rotura de la presa de Marsa y obligó a más de 12.000 personas a abandonar la ciudad de Belhaven.

        La ministra Lena Okafor dijo que las obras podrían durar entre seis y nueve meses. El puente del norte no sufrió daños.
        """;

    private const string Barrage =
        """
        Le fleuve Karun est sorti de son lit mardi après la rupture du barrage de Marsa, forçant plus de 12 000 personnes à quitter la ville de Belhaven.

        La ministre Lena Okafor a déclaré que les réparations pourraient durer de six à neuf mois. Le pont du nord n'a pas été endommagé.
        """;

    /// <summary>Ten passages about a dam that failed; published on Thursday, 9 May 2019.</summary>
    public static ImmutableArray<NumberedPassage> DamPassages { get; } = Passages(Dam, "en", "Dam failure floods Belhaven");

    public static ImmutableArray<NumberedPassage> TramPassages { get; } = Passages(Tram, "en", "A tram opens");

    public static ImmutableArray<NumberedPassage> BridgePassages { get; } = Passages(Bridge, "en", "A bridge closes");

    public static ImmutableArray<NumberedPassage> JapanesePassages { get; } = Passages("図書館は2009年(平成21年)4月に横浜で開館した。", "ja");

    public static ImmutableArray<NumberedPassage> GermanPassages { get; } = Passages(Damm, "de", "Dammbruch überflutet Belhaven");

    public static ImmutableArray<NumberedPassage> SpanishPassages { get; } = Passages(Presa, "es", "La rotura de una presa inunda Belhaven");

    public static ImmutableArray<NumberedPassage> FrenchPassages { get; } = Passages(Barrage, "fr", "Une rupture de barrage inonde Belhaven");

    public static ImmutableArray<NumberedPassage> Passages(string text, string language, string title = "A title")
    {
        text = text.ReplaceLineEndings("\n");
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is var found && found < 0 ? text.Length : found;
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, end)));
            start = end + 2;
        }

        var article = new Article
        {
            Slug = $"dam-{language}",
            Title = title,
            Language = language,
            Published = new DateTimeOffset(2019, 5, 9, 0, 0, 0, TimeSpan.Zero),
            Text = text,
            Blocks = blocks.ToImmutable(),
        };
        return
        [
            .. article.Blocks.Select((block, index) => new NumberedPassage(index + 1, new Passage(
                article, index + 1, PassageKind.Paragraph, block.Span, SentenceSplitter.Split(text, block.Span, language)))),
        ];
    }

    public static SentenceVerdict Verdict(string sentence, ImmutableArray<NumberedPassage> passages, string language = "en") =>
        Assert.Single(Checker.Check(sentence, passages, language).Verdicts);
}
