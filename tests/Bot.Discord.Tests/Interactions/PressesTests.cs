using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Rendering;
using Bot.Discord.Tests.Running;

namespace Bot.Discord.Tests.Interactions;

/// <summary>The buttons under answers, and what they open.</summary>
public sealed class PressesTests : RunningBotTests
{
    [Fact]
    public async Task A_source_shows_its_passage_with_the_cited_words_marked()
    {
        var turn = await AskedAsync();
        Assert.Equal(
            "**About dam**\n**The dam broke on Monday.** Five people were killed.\n[The cited words in the article](<" + Some.Links.Of(turn.Answer!.Citations[0]) + ">)",
            await ContentAsync(Did.Press(new CustomId(ButtonAction.Source, turn.Id, 1))));
        Assert.StartsWith("The record no longer has this answer", await ContentAsync(Did.Press(new CustomId(ButtonAction.Source, turn.Id, 2))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_shows_the_rest_message_by_message()
    {
        var (shown, turn) = await AskLongAsync();
        List<string> contents = [(string)shown["content"]!, .. Discord.Followups.Select(body => (string)JsonNode.Parse(body)!["content"]!)];
        shown = JsonNode.Parse(Discord.Followups.Last())!.AsObject();
        while (MoreOf(shown) is { } more)
        {
            shown = (await DoAsync(Did.Press(more)))["data"]!.AsObject();
            contents.Add((string)shown["content"]!);
        }

        Assert.Equal(AnswerMessages.Of(turn.Answer!, Some.Links, turn.Id, 0, isPrivate: false, most: 100).Select(message => message.Content), contents);
        Assert.True(contents.Count > 4, $"{contents.Count}");
        Assert.StartsWith("The record no longer", await ContentAsync(Did.Press(new CustomId(ButtonAction.More, turn.Id, 99))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thumbs_are_kept_and_a_thumb_down_asks_for_the_reason()
    {
        var turn = await AskedAsync();
        Assert.Equal("Thank you, that is noted.", await ContentAsync(Did.Press(new CustomId(ButtonAction.Up, turn.Id))));
        Assert.True((await FeedbackAsync()).Up);

        var form = await DoAsync(Did.Press(new CustomId(ButtonAction.Down, turn.Id)));
        Assert.Equal((9, "What was wrong?"), ((int)form["type"]!, (string)form["data"]!["title"]!));
        Assert.False((await FeedbackAsync()).Up);

        Assert.Equal("Thank you, that is noted.", await ContentAsync(Did.Write((string)form["data"]!["custom_id"]!, " wrong day ")));
        Assert.Equal((false, "wrong day"), ((await FeedbackAsync()).Up, (await FeedbackAsync()).Reason));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_follow_up_is_asked_in_the_same_conversation_and_as_privately(bool isPrivate)
    {
        var turn = await AskedAsync(isPrivate);
        var form = await DoAsync(Did.Press(new CustomId(ButtonAction.FollowUp, turn.Id)));
        var written = Did.Write((string)form["data"]!["custom_id"]!, "And then?");
        written["message"] = new JsonObject { ["id"] = "20", ["flags"] = isPrivate ? 68 : 4 };
        var response = await DoAsync(written);
        Assert.Equal((4, isPrivate ? 68 : 4), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.Equal(isPrivate, (await Bot.SettledAsync()).Private);
        Assert.Equal("And then?", Answering.Asked.Last().Text);
        Assert.Equal("When did it break?", Answering.Asked.Last().History[0].Text);
    }

    [Theory]
    [InlineData("12", "0", 6), InlineData("13", "0", 4), InlineData("13", "8192", 6)]
    public async Task Deletes_all_of_an_answer_for_who_asked_or_may_manage_messages(string user, string permissions, int type)
    {
        var (_, turn) = await AskLongAsync();
        Assert.Equal(type, (int)(await DoAsync(Did.Press(new CustomId(ButtonAction.Delete, turn.Id), user, permissions)))["type"]!);
        Assert.Equal(3, turn.MessageId!.Split(',').Length);
        Assert.Equal(
            type == 6 ? turn.MessageId.Split(',').Append("20").Select(id => $"/channels/7/messages/{id}") : [],
            Discord.All.Where(arrived => arrived.Method == "DELETE").Select(arrived => arrived.Target));
    }

    [Fact]
    public async Task Deletes_an_answer_in_its_place_where_the_bot_is_not()
    {
        var turn = await AskedAsync();
        var response = await DoAsync(Did.Away(Did.Press(new CustomId(ButtonAction.Delete, turn.Id))));
        Assert.Equal((7, "This answer was deleted."), ((int)response["type"]!, (string)response["data"]!["content"]!));
        Assert.Empty(response["data"]!["components"]!.AsArray());
        Assert.Equal(4, (int)(await DoAsync(Did.Away(Did.Press(new CustomId(ButtonAction.Delete, turn.Id), user: "13"))))["type"]!);
    }

    [Theory]
    [InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ:0"), InlineData("answer:source:x:1"), InlineData("")]
    public async Task Says_that_an_answer_is_gone_whatever_a_button_carries(string customId)
    {
        Assert.StartsWith("The record no longer has this answer", await ContentAsync(Did.Press(customId)), StringComparison.Ordinal);
        Assert.StartsWith("The record no longer has this answer", await ContentAsync(Did.Write(customId, "x")), StringComparison.Ordinal);
    }


    private static Answer.Answered Long()
    {
        var citation = ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, "x").Answer.Citations[0];
        return new()
        {
            Text = "x [1]",
            Language = "en",
            Making = new("model"),
            Claims = [.. Enumerable.Range(1, 20).Select(number => new Claim($"Sentence {number} {new string('x', 500)}.", [citation]))],
        };
    }

    private static CustomId? MoreOf(JsonObject message) => message["components"]!.AsArray()
        .SelectMany(row => row!["components"]!.AsArray())
        .Select(button => CustomId.TryParse((string)button!["custom_id"]!, out var id) ? id : null)
        .SingleOrDefault(id => id?.Action == ButtonAction.More);

    private async Task<RecordedTurn> AskedAsync(bool isPrivate = false)
    {
        await DoAsync(Did.Ask("When did it break?", isPrivate));
        return await Bot.SettledAsync();
    }

    private async Task<(JsonObject First, RecordedTurn Turn)> AskLongAsync()
    {
        Answering.Script = question => new(Long(), new AnswerTrace { Standalone = question.Text, Kind = "Fact" });
        var response = await DoAsync(Did.Ask("When did it break?"));
        return (response["data"]!.AsObject(), await Bot.SettledAsync());
    }

    private async Task<GivenFeedback> FeedbackAsync() => Assert.Single(await Bot.Get<ReaderFeedback>().ListAsync(null, 10, Stop));

    private async Task<string> ContentAsync(JsonObject interaction) => (string)(await DoAsync(interaction))["data"]!["content"]!;
}
