using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tests.Pipeline;
using Bot.Answering.Tests.ScriptedModel;

namespace Bot.Answering.Tests.Replies;

public class FixedRepliesTests
{
    private const string Replies = """
        - name: corrections-desk
          title: Our corrections desk
          source: https://news.example/corrections
          phrases:
            en: [report an error, correct a mistake]
            de: [fehler melden]
            zh: [更正]
          text:
            en: Write to corrections@news.example and name the article. An editor answers within a day.
            de: Schreiben Sie an fehler@news.example.
        - name: port
          title: The port's own page
          source: https://port.example/
          phrases:
            en: [boats did the storm sink]
          text:
            en: Ask the port.
        """;

    [Fact]
    public async Task A_reply_cites_every_sentence_and_leads_to_its_source()
    {
        await using var bot = Bot();

        var (answer, trace) = await bot.AskAsync("How do I report an error?");

        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.Equal("Write to corrections@news.example and name the article. [1]\nAn editor answers within a day. [2]", answered.Text);
        Assert.Equal(answered.Claims.Select(claim => claim.Text), answered.Citations.Select(citation => citation.Quote));
        Assert.All(answered.Citations, citation => Assert.Equal("https://news.example/corrections", citation.Article.Source!.AbsoluteUri));
        Assert.Equal((1.0, true, "Reply corrections-desk"), (answered.Confidence, answered.Sure, trace.Kind));
    }

    [Fact]
    public async Task It_wins_over_an_article_that_says_something()
    {
        await using var bot = Bot();
        await using var without = AskedBot.Over(Shelves.PortFile);

        Assert.Contains("14", (await without.AskAsync("How many boats did the storm sink?")).Answer.Text, StringComparison.Ordinal);
        Assert.Equal("Ask the port. [1]", (await bot.AskAsync("How many boats did the storm sink?")).Answer.Text);
    }

    [Fact]
    public async Task It_wins_also_beside_one_article()
    {
        await using var bot = Bot();

        Assert.Equal("Ask the port. [1]", (await bot.AskAsync(new Question("How many boats did the storm sink?") { Article = "gruensee" })).Answer.Text);
    }

    [Theory]
    [InlineData("I want to REPORT an  error!", null, "en")]
    [InlineData("Wo kann ich einen Fehler melden?", null, "de")]
    [InlineData("How do I report an error?", "de", "de")]
    [InlineData("请更正这篇文章", "fr", "de")]
    public async Task It_is_in_the_readers_language_if_it_can_be(string question, string? locale, string language)
    {
        await using var bot = Bot();

        Assert.Equal(language, Assert.IsType<Answer.Answered>((await bot.AskAsync(new Question(question) { Locale = locale })).Answer).Language);
    }

    [Theory]
    [InlineData("Did anybody report an erroneous count of boats?")]
    [InlineData("Who made the report?")]
    public async Task Words_that_only_resemble_a_phrase_call_for_none(string question)
    {
        await using var bot = Bot();

        Assert.DoesNotContain((await bot.AskAsync(question)).Answer.Citations, citation => citation.Article.Slug.StartsWith("reply:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_model_is_asked()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = AskedBot.With(server, [Shelves.PortFile, ("replies.yaml", Replies)]);
        Known(bot);

        Assert.Equal(Making.Extractive, (await bot.AskAsync("How do I report an error?")).Answer.Making.Engine);
        Assert.Empty(server.Requests);
    }

    private static AskedBot Bot() => Known(AskedBot.Over(Shelves.PortFile, Shelves.PoolFile, ("replies.yaml", Replies)));

    // Every citation is held against what was written.
    private static AskedBot Known(AskedBot bot)
    {
        foreach (var slug in new[] { "reply:corrections-desk:en", "reply:corrections-desk:de", "reply:port:en" })
        {
            bot.Sources[slug] = Replies;
        }

        return bot;
    }
}
