using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Channels;
using Bot.Discord.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Tests.Channels;

/// <summary>Answers to interactions that take more than a message, and what was sent of them when Bot stopped.</summary>
public sealed class LongInteractionAnswerTests : RunningBotTests
{
    [Theory, InlineData(false, 4), InlineData(true, 68)]
    public async Task Follows_with_up_to_two_more_and_has_the_rest_behind_a_button(bool isPrivate, int flags)
    {
        Saying(sentences: 20);
        var asked = Did.Ask("When?", isPrivate);
        var response = await DoAsync(asked);
        var turn = await Bot.SettledAsync();
        Assert.Equal((TurnState.Delivered, 3), (turn.State, turn.MessageId!.Split(',').Distinct().Count()));
        Assert.Equal(["POST", "POST"], Sent(asked));
        Assert.Equal([flags, flags], Discord.Followups.Select(body => (int)JsonNode.Parse(body)!["flags"]!));
        Assert.DoesNotContain("answer:more", response.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("answer:more", Discord.Followups.First(), StringComparison.Ordinal);
        Assert.Contains("answer:more", Discord.Followups.Last(), StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task What_cannot_follow_is_behind_a_button_under_what_was_shown(int refused)
    {
        Saying(sentences: 20);
        var posts = 0;
        Discord.Script = async (context, _) =>
        {
            if (context.Request.Method != "POST" || !context.Request.Path.Value!.Contains("/webhooks/", StringComparison.Ordinal) || ++posts != refused)
            {
                return false;
            }

            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { code = 50035 });
            return true;
        };
        var asked = Did.Ask("When?");
        await DoAsync(asked);
        var turn = await Bot.SettledAsync();
        Assert.Equal((TurnState.Delivered, refused), (turn.State, turn.MessageId!.Split(',').Length));
        Assert.Equal(refused == 1 ? ["POST", "PATCH /messages/@original"] : ["POST", "POST", $"PATCH /messages/{turn.MessageId.Split(',')[1]}"], Sent(asked));
        Assert.Contains($"answer:more:{turn.Id}:{refused}", Discord.All.Last().Body, StringComparison.Ordinal);
    }

    [Theory, InlineData("21,?", 1), InlineData("21,22,?", 2), InlineData("21,22,23", 3)]
    public async Task Sends_no_message_again_that_may_have_been_shown_before_Bot_stopped(string kept, int certain)
    {
        Saying(sentences: 20);
        var asked = Did.Ask("slow");
        var (_, gate) = await DeferAsync(asked, "slow");
        var turn = (await Bot.Turns.LatestAsync(1, Stop))[0].Id;
        await Bot.Get<ChannelState>().SetAsync(DiscordChannel.ChannelName, $"parts/{turn}", kept, Stop);
        await RestartAsync();
        gate.Open.SetResult();
        var settled = await Bot.SettledAsync();
        Assert.Equal((TurnState.Delivered, certain), (settled.State, settled.MessageId!.Split(',').Length));
        Assert.Empty(Discord.Followups);
        Assert.Equal(certain < 3, Discord.All.Last().Body.Contains($"answer:more:{turn}:{certain}", StringComparison.Ordinal));
    }

    [Theory, InlineData("?", TurnState.Uncertain), InlineData("21", TurnState.Delivered)]
    public async Task Tells_an_asker_alone_once_whatever_stopped_Bot(string kept, TurnState state)
    {
        Answering.Script = question => new(new Answer.NotStated { Text = "The articles do not say.", Language = "en", Making = new(Making.Extractive), Closest = [] }, new AnswerTrace { Standalone = question.Text, Kind = "Fact" });
        var asked = Did.Ask("slow");
        var (_, gate) = await DeferAsync(asked, "slow");
        var turn = (await Bot.Turns.LatestAsync(1, Stop))[0].Id;
        await Bot.Get<ChannelState>().SetAsync(DiscordChannel.ChannelName, $"parts/{turn}", kept, Stop);
        await RestartAsync();
        gate.Open.SetResult();
        Assert.Equal(state, (await Bot.GoOnAsync(Bot.SettledAsync())).State);
        Assert.Empty(Discord.Followups);
        Assert.DoesNotContain(Discord.All, arrived => arrived.Method == "DELETE");
    }

    private void Saying(int sentences)
    {
        var citation = ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, "x").Answer.Citations[0];
        var answer = new Answer.Answered
        {
            Text = "x [1]",
            Language = "en",
            Making = new("model"),
            Claims = [.. Enumerable.Range(1, sentences).Select(number => new Claim($"Sentence {number} {new string('x', 500)}.", [citation]))],
        };
        Answering.Script = question => new(answer, new AnswerTrace { Standalone = question.Text, Kind = "Fact" });
    }
}
