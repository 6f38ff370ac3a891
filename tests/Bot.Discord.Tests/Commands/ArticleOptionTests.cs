using System.Text.Json.Nodes;
using Bot.Discord.Tests.Running;

namespace Bot.Discord.Tests.Commands;

/// <summary>Articles that readers name while they type a command.</summary>
public sealed class ArticleOptionTests : RunningBotTests
{
    private static readonly string LongFolder = $"{new string('a', 120)}/{new string('b', 60)}";

    protected override void Arrange()
    {
        Articles.Write("election", "Élection: who won in Øster Ångby?", "2026-11-25");
        Articles.Write("draft", "The dam, a draft", "2026-11-25", status: "draft");
        Articles.Write(LongFolder, $"A very long title {new string('x', 90)} 𝒳𝒳𝒳𝒳 that goes on", "2026-11-20");
        Articles.Write("old/dam", "The dam is built", "1999-01-02");
    }

    [Fact]
    public async Task Shows_titles_with_their_date_in_the_readers_language_and_fits_both_into_Discords_limits()
    {
        Assert.Equal("Élection: who won in Øster Ångby? (25. November 2026)", (await ChoicesAsync(Did.Type("summary", "elect", "de")))[0].Name);
        var (name, value) = Assert.Single(await ChoicesAsync(Did.Type("ask", "very long")));
        Assert.InRange(name.Length, 60, 100);
        Assert.EndsWith("… (November 20, 2026)", name, StringComparison.Ordinal);
        Assert.InRange(value.Length, 1, 100);
    }

    [Fact]
    public async Task Offers_at_most_25_and_new_articles_when_they_are_read()
    {
        for (var number = 0; number < 30; number++)
        {
            Articles.Write($"many/{number}", $"Flood number {number}", "2026-11-24");
        }

        await Bot.Get<Bot.Knowledge.Serving.KnowledgeBase>().RefreshAsync(Stop);
        Assert.Equal(25, (await ChoicesAsync(Did.Type("ask", "flood"))).Length);
    }

    [Theory, InlineData("the DAM", "dam"), InlineData("long", null)]
    public async Task Asks_the_article_that_was_chosen_or_typed(string said, string? slug)
    {
        var value = slug is null ? Assert.Single(await ChoicesAsync(Did.Type("ask", "very long"))).Value : said;
        await DoAsync(Did.Ask("When?", article: value));
        await Bot.SettledAsync();
        Assert.Equal(slug ?? LongFolder, Assert.Single(Answering.Asked).Article);
    }

    [Theory]
    [InlineData("the damm", "There is no article “the damm” to ask about. Did you mean\\: The dam · The dam is built?")]
    [InlineData("election in Austria", "“election in Austria” to ask about. Did you mean\\: Élection\\: who won in Øster Ångby?? Choose")]
    [InlineData("qqqq", "There is no article “qqqq” to ask about, and none is called anything like it.")]
    [InlineData("draft", "There is no article “draft”")]
    public async Task Says_what_there_is_when_no_article_is_called_so_and_records_nothing(string said, string words)
    {
        var response = await DoAsync(Did.Ask("When?", article: said));
        Assert.Equal(68, (int)response["data"]!["flags"]!);
        Assert.Contains(words, (string)response["data"]!["content"]!, StringComparison.Ordinal);
        Assert.Empty(await Bot.Turns.LatestAsync(1, Stop));
    }

    private async Task<(string Name, string Value)[]> ChoicesAsync(JsonObject typing)
    {
        var response = await DoAsync(typing);
        Assert.Equal(8, (int)response["type"]!);
        return [.. response["data"]!["choices"]!.AsArray().Select(choice => ((string)choice!["name"]!, (string)choice["value"]!))];
    }
}
