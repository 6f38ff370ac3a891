using System.Text.Json;
using Bot.Answering.Answers;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Tests.Serving;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.AspNetCore.Http;

namespace Bot.BotFramework.Tests.Connecting;

/// <summary>A connector that takes less than ours says for certain that nothing was shown: the answer comes in a smaller form, and none is lost.</summary>
public sealed class PlainerFormTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync();
        Answer(answer => answer with { Claims = [new(answer.Claims[0].Text, [.. Enumerable.Range(1, 12).Select(number => Numbered(answer.Citations[0], number))])] });
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Cites_fewer_in_its_entity_where_twelve_are_refused()
    {
        Limit(activity => Citations(activity) <= 10);
        var message = await AnswerAsync();

        Assert.Equal(10, Citations(message.Activity!));
        Assert.Contains("[12]", message.Activity!.Text, StringComparison.Ordinal);
        Assert.Equal(2, _bot.Connector.All.Count);
    }

    [Fact]
    public async Task Names_its_sources_in_words_where_no_entity_is_taken()
    {
        Limit(activity => activity.Entities is null or []);
        var message = (await AnswerAsync()).Activity!;

        Assert.Contains("- [1] [About dam](https://bot.example.org/c/", message.Text, StringComparison.Ordinal);
        Assert.Contains("“The dam broke on Monday.”", message.Text, StringComparison.Ordinal);
        Assert.Contains("*Quoted from the articles; no AI wrote this.*", message.Text, StringComparison.Ordinal);
        Assert.True(message is { Entities: null, Attachments: null, SuggestedActions: null, ChannelData: null });
    }

    [Fact]
    public async Task Says_in_words_that_a_model_wrote_it_where_no_entity_is_taken()
    {
        Answer(answer => answer with { Making = new("model") });
        Limit(activity => activity.Entities is null or []);
        Assert.Contains("*An AI wrote this from the sources; check them.*", (await AnswerAsync()).Activity!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_its_stream_with_a_smaller_form()
    {
        Limit(activity => Citations(activity) <= 10);
        var gate = _bot.Answering.Hold("q");
        using var asked = await _bot.SendAsync(_bot.Teams(text: "q", id: "1"));
        await _bot.PassAsync(_bot.Connector.FirstAsync(arrived => arrived.Activity?.Type == "typing"));
        gate.Open.SetResult();
        var message = await _bot.PassAsync(_bot.Connector.MessageAsync());

        Assert.Equal("final", message.Activity!.Entities![0].GetProperty("streamType").GetString());
        Assert.Equal(10, Citations(message.Activity));
        Assert.Equal(TurnState.Delivered, (await _bot.SettledAsync("q")).State);
        Assert.Single(_bot.Connector.Messages);
    }

    [Fact]
    public async Task Leaves_a_stream_that_takes_no_form_for_an_ordinary_message()
    {
        Limit(activity => !ActivityJson.Text(activity).Contains("streaminfo", StringComparison.Ordinal), 8);
        var gate = _bot.Answering.Hold("q");
        using var asked = await _bot.SendAsync(_bot.Teams(text: "q", id: "1"));
        await _bot.PassAsync(_bot.Connector.FirstAsync(arrived => arrived.Activity?.Type == "typing"));
        gate.Open.SetResult();
        var message = await _bot.PassAsync(_bot.Connector.MessageAsync());

        Assert.Equal(12, Citations(message.Activity!));
        Assert.Single(_bot.Connector.Messages);
    }

    private static int Citations(Activity activity) => (activity.Entities ?? [])
        .Where(entity => entity.TryGetProperty("citation", out _))
        .Sum(entity => entity.GetProperty("citation").GetArrayLength());

    private static Citation Numbered(Citation citation, int number) =>
        citation with { Number = number, Id = number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture) };

    private void Answer(Func<Answer.Answered, Answer> change) => _bot.Answering.Script = question =>
    {
        var answered = ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, question.Text);
        return answered with { Answer = change((Answer.Answered)answered.Answer) };
    };

    // Like Microsoft's own emulators: 400 for what they don't take.
    private void Limit(Func<Activity, bool> takes, int times = 4)
    {
        for (var time = 0; time < times; time++)
        {
            _bot.Connector.Next(context =>
            {
                var arrived = _bot.Connector.All.Last();
                arrived.Shown = takes(arrived.Activity!);
                context.Response.StatusCode = arrived.Shown ? 201 : 400;
                return context.Response.WriteAsync(JsonSerializer.Serialize(arrived.Shown ? new { id = "shown" } : (object)new { error = new { code = "MissingProperty", message = "" } }));
            });
        }
    }

    private async Task<ScriptedConnector.Arrived> AnswerAsync()
    {
        using var taken = await _bot.SendAsync(_bot.Teams(text: "q", id: "1"));
        var message = await _bot.Connector.MessageAsync();
        Assert.Equal(TurnState.Delivered, (await _bot.SettledAsync("q")).State);
        return message;
    }
}
