using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Checking;
using Bot.Answering.Composing;
using Bot.Answering.Tests.Checking;
using Bot.Answering.Tests.Pipeline;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Antecedents;

public sealed class AntecedentGlossTests
{
    [Theory]
    [InlineData("Albert Stenmark studied glaciers. He was born in Ulm.", " (“He”: Albert Stenmark)")]
    [InlineData("Albert Stenmark studied glaciers. In 1920 he left for Tarn.", " (“he”: Albert Stenmark)")]
    [InlineData("Albert Stenmark studied glaciers. In his youth the ice was thicker.", " (“his”: Albert Stenmark)")]
    [InlineData("Albert Stenmark studied glaciers. In the north the ice was thicker. He measured it.", " (“He”: Albert Stenmark)")]
    [InlineData("Judge Helena Orsk read the verdict in Velmar.\n\nShe spoke for an hour.", " (“She”: Helena Orsk)")]
    [InlineData("Mrs Ndiaye owns the mill. Her house is next to it.", " (“Her”: Mrs Ndiaye)")]
    [InlineData("Helena Orsk owns the mill.\n\nOrsk lives in Tarn. She has two boats.", " (“She”: Helena Orsk)")]
    [InlineData("Helena Orsk won in Tarn. “We never slept,” she said.", " (“she”: Helena Orsk)")]
    [InlineData("Helena Orsk won in Tarn. “We never slept,” she said. “The children counted the waves.”", " (“She”: Helena Orsk)")]
    [InlineData("Helena Orsk won against Velmar United in May. She thanked the town.", " (“She”: Helena Orsk)")]
    [InlineData("The Karun River rises in the hills. The river is 40 miles long.", " (“The river”: Karun River)")]
    public void Says_whom_or_what_a_sentence_means(string text, string gloss) => Assert.Equal(gloss, Assert.Single(GlossesOf(text)));

    [Theory]
    [InlineData("Albert Stenmark met Peter Hall. He laughed.")]
    [InlineData("Albert Stenmark met the teacher in Tarn. He laughed.")]
    [InlineData("Albert Stenmark opened the mill. She laughed.")]
    [InlineData("Kestrel thanked Albert Stenmark. He laughed.")]
    [InlineData("Albert Stenmark opened the mill. Although he was ill, Peter Hall came.")]
    [InlineData("Albert Stenmark opened the mill. A dog came back to his bone.")]
    [InlineData("Albert Stenmark opened the mill. The farmer said he was ill.")]
    [InlineData("Albert Stenmark opened the mill. He or she who is late pays twice.")]
    [InlineData("Albert Stenmark opened the mill. He praised the people whom Stenmark had hired.")]
    [InlineData("Albert Stenmark opened the mill. “He is late,” the keeper said.")]
    [InlineData("Joe Stenmark sat in the hall. Then Orrin Stenmark came. He laughed.")]
    [InlineData("Joe Stenmark spoke of Orrin Stenmark. Stenmark was late. He laughed.")]
    [InlineData("Chris Orsk of Entertainment Weekly praised Peter Hall. He laughed.")]
    [InlineData("The Karun River meets the Velm River. The river is 40 miles long.")]
    [InlineData("The Karun River rises in the hills. Another river meets it. The river is 40 miles long.")]
    public void Says_nothing_where_another_could_be_meant(string text) => Assert.Equal([""], GlossesOf(text));

    [Fact]
    public void Takes_whom_the_whole_article_is_about_when_nobody_is_named_nearby()
    {
        var life = $"Marisol Dane was born in Tarn. {string.Concat(Enumerable.Repeat("Then she sang in Velmar. ", 12))}";

        Assert.Equal([" (“She”: Marisol Dane)"], GlossesOf($"{life}\n\nThe hall was full.\n\nThe doors stayed open.\n\nShe sang until midnight.", "Marisol Dane"));
        Assert.Equal([""], GlossesOf($"{life}\n\nThe hall was full.\n\nThe doors stayed open.\n\nHe sang until midnight.", "Marisol Dane"));
    }

    [Theory]
    [InlineData("Lund University", " (“The university”: Lund University)")]
    [InlineData("Lund  University", " (“The university”: Lund  University)")]
    [InlineData("How a university lives", "")]
    public void Takes_the_title_for_what_the_article_is_about_when_it_is_a_name(string title, string gloss) =>
        Assert.Equal([gloss], GlossesOf("Snow fell on the roofs. The university was founded in 1666.", title));

    [Fact]
    public void Says_nothing_when_an_earlier_sentence_of_the_answer_names_them()
    {
        var sentences = Claims("Albert Stenmark studied glaciers. He was born in Ulm.");

        Assert.Equal(["", ""], AntecedentGlosses.For(sentences, "en"));
    }

    [Fact]
    public void Says_nothing_of_a_sentence_that_is_not_the_articles_own()
    {
        var claim = Claims("Albert Stenmark studied glaciers. He was born in Ulm.")[^1];

        Assert.Equal([""], AntecedentGlosses.For([claim with { Text = "He comes from Ulm." }], "en"));
    }

    [Fact]
    public async Task Stands_outside_the_quoted_words()
    {
        await using var bot = AskedBot.Over(("stenmark.md", Shelves.Dated("Ice of Tarn", "2031-05-01", "Albert Stenmark studied glaciers. He was born in the village of Ulm.")));

        var (answer, _) = await bot.AskAsync("Who was born in the village of Ulm?");

        var claim = Assert.IsType<Answer.Answered>(answer).Claims[0];
        Assert.Equal("He was born in the village of Ulm. (“He”: Albert Stenmark)", claim.Text);
        Assert.Equal("He was born in the village of Ulm.", Assert.Single(claim.Citations).Quote);
    }

    private static ImmutableArray<string> GlossesOf(string text, string title = "A title") => AntecedentGlosses.For([Claims(text, title)[^1]], "en");

    private static ImmutableArray<Claim> Claims(string text, string title = "A title") =>
        QuoteCheck.Check([.. from passage in Some.Passages(text, "en", title)
                             from at in Enumerable.Range(0, passage.Passage.Sentences.Length)
                             select Attribution.Attribute(new SearchHit(passage.Passage, at, 1, default))]).Claims;
}
