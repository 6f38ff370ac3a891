using Bot.Answering.Answers;
using Bot.Conversations.Answering;
using Bot.Conversations.Records;
using Bot.Discord.Tests.Running;

namespace Bot.Discord.Tests.Commands;

/// <summary><c>/summary</c>, with the real engine.</summary>
public sealed class SummaryCommandTests : RunningBotTests
{
    // A paragraph of its own each, as in a newspaper.
    private static readonly string Filling = string.Join(' ', Enumerable.Range(1, 12).Select(number => $"People of street {number} carried sand to the bank of the river."));

    internal override IAnswering? AnsweringOfBot => null;

    protected override void Arrange() => Articles.Write(
        "flood",
        "The flood",
        "2026-11-24",
        $"The river Orda flooded Marnby after heavy rain. {Filling}\n\nMayor Ana Lund closed 12 schools. {Filling}\n\nThe water fell after two days. {Filling}\n\nRepairs take a year.");

    [Fact]
    public async Task Quotes_how_an_article_begins_and_cites_each_sentence_with_headline_and_date()
    {
        var response = await DoAsync(Did.Command("summary", ("article", "flood")));
        var content = (string)response["data"]!["content"]!;
        Assert.Equal((4, 4), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.Contains("The river Orda flooded Marnby after heavy rain. [[1]](<", content, StringComparison.Ordinal);
        Assert.Contains("Mayor Ana Lund closed 12 schools. [[2]](<", content, StringComparison.Ordinal);
        Assert.Contains("The flood (November 24, 2026)", content, StringComparison.Ordinal);
        var turn = await Bot.SettledAsync();
        Assert.Equal(3, Assert.IsType<Answer.Answered>(turn.Answer).Citations.Length);
    }

    [Fact]
    public async Task Sums_up_the_article_of_the_last_answer_here_when_none_is_named()
    {
        Assert.StartsWith("Which article?", (string)(await DoAsync(Did.Command("summary")))["data"]!["content"]!, StringComparison.Ordinal);
        await DoAsync(Did.Ask("Who closed 12 schools?"));
        await Bot.SettledAsync();
        await DoAsync(Did.Command("summary"));
        var turn = await Bot.SettledAsync();
        Assert.Equal((TurnState.Delivered, "flood"), (turn.State, turn.Answer!.Citations[0].Article.Slug));
        Assert.Equal(3, turn.Answer.Citations.Length);
    }

    [Fact]
    public async Task Says_when_there_is_no_such_article()
    {
        var response = await DoAsync(Did.Command("summary", ("article", "flod")));
        Assert.Contains("Did you mean\\: The flood?", (string)response["data"]!["content"]!, StringComparison.Ordinal);
    }
}
