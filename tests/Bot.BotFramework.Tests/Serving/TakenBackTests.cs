using Bot.Conversations.Records;
using Microsoft.AspNetCore.Http;

namespace Bot.BotFramework.Tests.Serving;

/// <summary>A question that was answered already is edited or deleted: its answer does not stay.</summary>
public sealed class TakenBackTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAnonymousAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Deletes_the_answer_of_a_deleted_question()
    {
        var answer = await AnswerAsync("old");
        await SendAsync("messageDelete", null);

        var deleted = await _bot.Connector.FirstAsync(arrived => arrived.Method == "DELETE");
        Assert.Equal($"/connector/v3/conversations/a%3A1/activities/{answer.Id}", deleted.Target);
        Assert.Equal(TurnState.Cancelled, (await _bot.SettledAsync("old")).State);
    }

    [Fact]
    public async Task Deletes_the_answer_of_an_edited_question_and_answers_the_new_one()
    {
        var answer = await AnswerAsync("old");
        await SendAsync("messageUpdate", "new");

        await _bot.Connector.FirstAsync(arrived => arrived.Method == "DELETE" && arrived.Target.EndsWith($"/{answer.Id}", StringComparison.Ordinal));
        Assert.StartsWith("Re: new", (await _bot.Connector.MessageAsync()).Activity!.Text, StringComparison.Ordinal);
        Assert.Equal((TurnState.Cancelled, TurnState.Delivered), ((await _bot.SettledAsync("old")).State, (await _bot.SettledAsync("new")).State));
    }

    [Fact]
    public async Task Keeps_the_new_answer_when_the_edit_is_delivered_again()
    {
        await AnswerAsync("old");
        await SendAsync("messageUpdate", "new");
        await _bot.Connector.MessageAsync();
        await SendAsync("messageUpdate", "new");
        await _bot.Connector.FirstAsync(arrived => arrived.Method == "DELETE");
        await AnswerAsync("next", id: "8");
        Assert.Single(_bot.Connector.All, arrived => arrived.Method == "DELETE");
        Assert.Equal(["old", "new", "next"], _bot.Answering.Asked.Select(question => question.Text));
    }

    [Theory]
    [InlineData(501), InlineData(405), InlineData(403)]
    public async Task Says_in_its_place_that_it_was_taken_back_where_nothing_can_be_deleted(int status)
    {
        var answer = await AnswerAsync("old");
        _bot.Connector.Refuse(status);
        await SendAsync("messageDelete", null);

        var changed = await _bot.Connector.FirstAsync(arrived => arrived.Method == "PUT");
        Assert.EndsWith($"/activities/{answer.Id}", changed.Target, StringComparison.Ordinal);
        Assert.Equal("This answer was taken back: its question was edited or deleted.", changed.Activity!.Text);
        Assert.Null(changed.Activity.Entities);
    }

    [Fact]
    public async Task Deletes_again_what_came_too_soon_or_failed_and_leaves_what_is_gone()
    {
        await AnswerAsync("old");
        _bot.Connector.Refuse(429, retryAfter: 0);
        _bot.Connector.Refuse(502);
        _bot.Connector.Refuse(404);
        await SendAsync("messageDelete", null);

        await _bot.PassAsync(_bot.Connector.FirstAsync(_ => _bot.Connector.All.Count(arrived => arrived.Method == "DELETE") == 3));
        await AnswerAsync("next", id: "8");
        Assert.DoesNotContain(_bot.Connector.All, arrived => arrived.Method == "PUT");
    }

    [Fact]
    public async Task Takes_back_an_answer_that_is_being_sent()
    {
        var (reached, open) = (new TaskCompletionSource(), new TaskCompletionSource());
        _bot.Connector.Next(async context =>
        {
            _bot.Connector.All.Last().Shown = true;
            reached.SetResult();
            await open.Task;
            context.Response.StatusCode = 201;
            await context.Response.WriteAsync("""{"id":"late"}""");
        });
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "old", id: "7"));
        await reached.Task.WaitAsync(Some.Patience);
        await SendAsync("messageDelete", null);
        open.SetResult();

        Assert.EndsWith("/activities/late", (await _bot.Connector.FirstAsync(arrived => arrived.Method == "DELETE")).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_and_deletes_what_it_said_it_was_doing()
    {
        _bot.Answering.Hold("old");
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "old", id: "7"));
        await _bot.PassAsync(_bot.Connector.FirstAsync(arrived => arrived.Activity?.Type == "typing"));
        await SendAsync("messageDelete", null);

        var deleted = await _bot.PassAsync(_bot.Connector.FirstAsync(arrived => arrived.Method == "DELETE"));
        Assert.Equal("""{"type":"streaminfo","streamId":"m1","streamType":"final"}""", Assert.Single(_bot.Connector.Messages).Activity!.Entities![0].GetRawText());
        Assert.EndsWith("/activities/m2", deleted.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("never mind")]
    public async Task Takes_back_the_answer_to_what_is_edited_into_no_question(string said)
    {
        var answer = await AnswerAsync("old", group: true);
        await SendAsync("messageUpdate", said, group: true, mentioned: said == "help");
        Assert.EndsWith($"/activities/{answer.Id}", (await _bot.Connector.FirstAsync(arrived => arrived.Method == "DELETE")).Target, StringComparison.Ordinal);
        Assert.Equal("old", Assert.Single(_bot.Answering.Asked).Text);
    }

    private async Task<Connecting.ScriptedConnector.Arrived> AnswerAsync(string text, string id = "7", bool group = false)
    {
        await SendAsync("message", text, id, group);
        var answer = await _bot.Connector.MessageAsync();
        await _bot.SettledAsync(text);
        return answer;
    }

    private async Task SendAsync(string type, string? text, string id = "7", bool group = false, bool mentioned = true)
    {
        var activity = _bot.Teams(type, text, id);
        if (group)
        {
            activity["conversation"] = new { id = "19:g@thread.v2", conversationType = "groupChat", isGroup = true };
            activity["entities"] = mentioned ? new object[] { new { type = "mention", mentioned = new { id = "28:bot", name = "Bot" }, text = "<at>Bot</at>" } } : [];
        }

        using var taken = await _bot.SendAnonymousAsync(activity);
        Assert.Equal(202, (int)taken.StatusCode);
    }
}
