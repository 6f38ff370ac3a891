using System.Text.Json.Nodes;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Records;
using Bot.Discord.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Tests.Interactions;

/// <summary>Answers that are the first response to a question, those that come into its place, and those that nobody but the asker shall see.</summary>
public sealed class FirstResponseTests : RunningBotTests
{
    [Theory, InlineData(null, 4), InlineData(false, 4), InlineData(true, 68)]
    public async Task An_answer_that_is_ready_in_a_moment_is_the_first_response(bool? isPrivate, int flags)
    {
        var asked = Did.Ask("When did it break?", isPrivate);
        var response = await DoAsync(asked);
        Assert.Equal((4, flags), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.Contains("Re\\: When did it break?", (string)response["data"]!["content"]!, StringComparison.Ordinal);
        var turn = await Bot.SettledAsync();
        Assert.Equal((TurnState.Delivered, isPrivate == true), (turn.State, turn.Private));
        Assert.Matches("^[0-9]+$", turn.MessageId);
        Assert.Empty(Sent(asked));
    }

    [Theory, InlineData(false, """{"type":5}"""), InlineData(true, """{"type":5,"data":{"flags":64}}""")]
    public async Task An_answer_that_takes_longer_comes_into_the_place_of_what_is_said_meanwhile(bool isPrivate, string deferred)
    {
        var progressed = new TaskCompletionSource();
        Discord.OnShown = _ => progressed.TrySetResult();
        var asked = Did.Ask("slow", isPrivate);
        var (response, gate) = await DeferAsync(asked, "slow");
        Assert.Equal(deferred, response.ToJsonString());
        await progressed.Task.WaitAsync(Some.Patience, Stop);
        Assert.Equal(["PATCH /messages/@original"], Sent(asked));
        Assert.Contains("Reading 1 passage", Discord.All.Last().Body, StringComparison.Ordinal);

        gate.Open.SetResult();
        Assert.Equal((TurnState.Delivered, "original"), (await Bot.SettledAsync() is var turn ? turn.State : default, turn.MessageId));
        Assert.Equal(["PATCH /messages/@original", "PATCH /messages/@original"], Sent(asked));
        Assert.Contains("Re\\\\: slow", Discord.All.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_put_in_place_before_the_first_response_is_known_to_Discord()
    {
        var callback = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        Discord.Script = async (context, _) =>
        {
            if (context.Request.Path.Value!.EndsWith("/callback", StringComparison.Ordinal))
            {
                held.TrySetResult();
                await callback.Task;
            }

            return false;
        };
        var gate = Answering.Hold("slow");
        var asked = Did.Ask("slow");
        var taken = Bot.TakeAsync("INTERACTION_CREATE", asked);
        await gate.Reached.Task.WaitAsync(Some.Patience, Stop);
        Time.Advance(TimeSpan.FromMilliseconds(400));
        await held.Task.WaitAsync(Some.Patience, Stop);
        gate.Open.SetResult();
        Assert.Empty(Sent(asked));
        callback.SetResult();
        await taken.WaitAsync(Some.Patience, Stop);
        Assert.Equal(TurnState.Delivered, (await Bot.SettledAsync()).State);
        Assert.Equal("PATCH /messages/@original", Sent(asked)[^1]);
        Assert.Contains("Re\\\\: slow", Discord.All.Last().Body, StringComparison.Ordinal);
    }

    [Theory, InlineData(500, 0), InlineData(400, 40060)]
    public async Task An_answer_whose_first_response_failed_is_put_in_its_place(int status, int code)
    {
        Refuse("/callback", status, code);
        var asked = Did.Ask("When?");
        await Bot.TakeAsync("INTERACTION_CREATE", asked);
        Assert.Equal(TurnState.Delivered, (await Bot.GoOnAsync(Bot.SettledAsync())).State);
        Assert.Equal(["PATCH /messages/@original"], Sent(asked));
    }

    [Fact]
    public async Task What_Discord_does_not_call_by_a_name_is_asked_for_its_name()
    {
        Discord.Script = (context, _) =>
        {
            var isCallback = context.Request.Path.Value!.EndsWith("/callback", StringComparison.Ordinal);
            context.Response.StatusCode = isCallback ? 204 : 200;
            return Task.FromResult(isCallback);
        };
        var asked = Did.Ask("When?");
        await DoAsync(asked);
        Assert.Equal("original", (await Bot.SettledAsync()).MessageId);
        Assert.Equal(["GET /messages/@original"], Sent(asked));
    }

    [Fact]
    public async Task An_event_that_comes_twice_at_once_is_answered_once()
    {
        var gate = Answering.Hold("slow");
        var asked = Did.Ask("slow");
        Task[] taken = [Bot.TakeAsync("INTERACTION_CREATE", asked), Bot.TakeAsync("INTERACTION_CREATE", asked.DeepClone().AsObject())];
        await gate.Reached.Task.WaitAsync(Some.Patience, Stop);
        gate.Open.SetResult();
        await Task.WhenAll(taken);
        Assert.Equal(TurnState.Delivered, (await Bot.SettledAsync()).State);
        var callbacks = Discord.All.Where(arrived => arrived.Target.Contains("/callback", StringComparison.Ordinal)).Select(arrived => arrived.Body).ToArray();
        Assert.Equal(2, callbacks.Length);
        Assert.Single(callbacks.Distinct());
        Assert.Single(await Bot.Turns.LatestAsync(10, Stop));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_answer_whose_first_response_came_too_late_is_a_message_unless_it_is_private(bool isPrivate)
    {
        Refuse("/callback", 404, 10062);
        await Bot.TakeAsync("INTERACTION_CREATE", Did.Ask("When?", isPrivate));
        Assert.Equal(isPrivate ? TurnState.Failed : TurnState.Delivered, (await Bot.SettledAsync()).State);
        Assert.Equal(isPrivate ? 0 : 1, Discord.Messages.Count);
    }

    [Fact]
    public async Task A_question_that_was_acknowledged_is_answered_in_its_place_after_a_restart()
    {
        var asked = Did.Ask("slow");
        var (_, gate) = await DeferAsync(asked, "slow");
        await RestartAsync();
        gate.Open.SetResult();
        Assert.Equal(TurnState.Delivered, (await Bot.SettledAsync()).State);
        Assert.Contains("Re\\\\: slow", Discord.All.Last().Body, StringComparison.Ordinal);
        Assert.Single(Discord.All, arrived => arrived.Body.Contains("Re\\\\: slow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_but_the_interaction_answers_where_the_bot_is_not()
    {
        var asked = Did.Away(Did.Ask("slow"));
        var (_, gate) = await DeferAsync(asked, "slow");
        Time.Advance(TimeSpan.FromMinutes(15));
        gate.Open.SetResult();
        Assert.Equal(TurnState.Failed, (await Bot.SettledAsync()).State);
        Assert.Empty(Discord.Messages);
    }

    [Theory, InlineData("not stated"), InlineData("nothing found")]
    public async Task What_is_no_answer_to_a_public_question_is_seen_by_its_asker_alone(string outcome)
    {
        Refusing(outcome);
        var asked = Did.Ask("When?");
        var response = await DoAsync(asked);
        Assert.Equal((4, 68), ((int)response["type"]!, (int)response["data"]!["flags"]!));
        Assert.DoesNotContain("answer:delete", response.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(Sent(asked));
        Assert.Equal((TurnState.Delivered, false), (await Bot.SettledAsync() is var turn ? turn.State : default, turn.Private));
    }

    [Fact]
    public async Task An_apology_is_seen_by_the_asker_alone_too()
    {
        Answering.Failures = 100;
        var asked = Did.Ask("slow");
        var (_, gate) = await DeferAsync(asked, "slow");
        gate.Open.SetResult();
        Assert.Equal(TurnState.Apologised, (await Bot.GoOnAsync(Bot.SettledAsync())).State);
        Assert.Equal(["DELETE /messages/@original", "POST"], Sent(asked).TakeLast(2));
        Assert.Contains("something went wrong", Assert.Single(Discord.Followups), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_everybody_sees_that_Bot_thinks_a_refusal_takes_that_away_and_follows_privately()
    {
        Refusing("not stated");
        var asked = Did.Ask("slow");
        var (_, gate) = await DeferAsync(asked, "slow");
        gate.Open.SetResult();
        Assert.Equal(TurnState.Delivered, (await Bot.SettledAsync()).State);
        Assert.Equal(["DELETE /messages/@original", "POST"], Sent(asked).TakeLast(2));
        Assert.Equal(68, (int)JsonNode.Parse(Assert.Single(Discord.Followups))!["flags"]!);
    }

    [Fact]
    public async Task A_refusal_to_a_private_question_comes_into_its_place()
    {
        Refusing("not stated");
        var asked = Did.Ask("slow", isPrivate: true);
        var (_, gate) = await DeferAsync(asked, "slow");
        gate.Open.SetResult();
        await Bot.SettledAsync();
        Assert.Equal("PATCH /messages/@original", Sent(asked)[^1]);
        Assert.Empty(Discord.Followups);
    }

    private void Refusing(string outcome)
    {
        Answer refusal = outcome == "nothing found"
            ? new Answer.NothingFound { Text = "The articles say nothing of it.", Language = "en", Making = new(Making.Extractive) }
            : new Answer.NotStated { Text = "The articles do not say.", Language = "en", Making = new(Making.Extractive), Closest = [] };
        Answering.Script = question => new(refusal, new AnswerTrace { Standalone = question.Text, Kind = "Fact" });
    }

    private void Refuse(string path, int status, int code) => Discord.Script = async (context, _) =>
    {
        if (!context.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal))
        {
            return false;
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { code, message = "as scripted" });
        return true;
    };
}
