using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using Bot.BotFramework.Tests.Connecting;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Tests.Serving;

public sealed class ActivityTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAnonymousAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Answers_in_the_background_without_a_token_on_this_machine()
    {
        var message = await SayAsync("When did it break?");
        Assert.StartsWith("Re: When did it break? [1]", message.Activity!.Text, StringComparison.Ordinal);
        Assert.Equal("", message.Authorization);
    }

    [Fact]
    public async Task Takes_nothing_without_a_token_for_a_service_elsewhere_or_through_a_proxy()
    {
        using var elsewhere = await _bot.SendAnonymousAsync(Changed("serviceUrl", "https://smba.trafficmanager.net/teams/"));
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        _bot.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var forwarded = await _bot.SendAnonymousAsync(_bot.Teams());
        Assert.Equal(HttpStatusCode.Unauthorized, forwarded.StatusCode);
    }

    [Fact]
    public async Task Takes_no_token_it_cannot_prove()
    {
        using var response = await _bot.SendAsync(_bot.Teams());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("<at>Bot</at> When did it break?", "When did it break?")]
    [InlineData("When <AT>bot</AT> did it break?\n", "When   did it break?")]
    [InlineData("<at>Bot</at> what did <at>Anna</at> say?", "what did <at>Anna</at> say?")]
    public async Task Asks_what_was_said_to_it_in_a_group_without_its_own_name(string said, string asked)
    {
        using var taken = await _bot.SendAnonymousAsync(Group(said, mentioned: true));
        await _bot.Connector.MessageAsync();
        Assert.Equal(asked, Assert.Single(_bot.Answering.Asked).Text);
    }

    [Fact]
    public async Task Stays_out_of_what_people_say_to_each_other()
    {
        using var taken = await _bot.SendAnonymousAsync(Group("When did it break?", mentioned: false));
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        await SayAsync("next");
        Assert.Equal("next", Assert.Single(_bot.Answering.Asked).Text);
    }

    [Fact]
    public async Task Greets_once_with_what_it_is_what_it_keeps_and_what_to_ask()
    {
        var joined = _bot.Teams("conversationUpdate", text: null, id: "c1");
        joined["membersAdded"] = new object[] { new { id = "28:bot" }, new { id = "29:anna" } };
        var installed = _bot.Teams("installationUpdate", text: null, id: "c2");
        installed["action"] = "add";
        foreach (var activity in new[] { joined, installed, joined })
        {
            using var taken = await _bot.SendAnonymousAsync(activity);
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }

        var welcome = await _bot.Connector.MessageAsync();
        Assert.Contains("I am a bot", welcome.Activity!.Text, StringComparison.Ordinal);
        Assert.Contains("- The &#42;dam&#42;\n- The fair", welcome.Activity.Text, StringComparison.Ordinal);
        Assert.Contains("[Privacy](https://bot.example.org/privacy)", welcome.Activity.Text, StringComparison.Ordinal);
        Assert.NotEmpty(welcome.Activity.SuggestedActions!.Actions!);
        Assert.Null(welcome.Activity.ReplyToId);
        Assert.StartsWith("Re: next", (await SayAsync("next")).Activity!.Text, StringComparison.Ordinal);
        Assert.Equal(2, _bot.Connector.Messages.Count());
    }

    [Fact]
    public async Task Does_not_greet_itself()
    {
        var joined = _bot.Teams("conversationUpdate", text: null, id: "c1");
        joined["membersAdded"] = new object[] { new { id = "28:bot" } };
        using var taken = await _bot.SendAnonymousAsync(joined);
        Assert.StartsWith("Re: next", (await SayAsync("next")).Activity!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledges_what_it_does_not_know_and_counts_it()
    {
        var counted = new ConcurrentBag<(object? Type, object? Outcome)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "bot.activities")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add((tags[0].Value, tags[1].Value)));
        listener.Start();

        using var response = await _bot.SendAnonymousAsync(_bot.Teams("somethingOfTomorrow", text: null, id: "u1"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(("other", "ignored"), counted);
    }

    [Fact]
    public async Task Lists_articles_and_asks_only_the_chosen_one()
    {
        var list = await SayAsync("/articles");
        var card = Assert.Single(list.Activity!.Attachments!).Content!.Value.GetRawText();
        Assert.Contains("\"botArticle\":\"fair\"", card, StringComparison.Ordinal);

        var choice = _bot.Teams(text: null, id: "choice");
        choice["value"] = new { botArticle = "dam" };
        using var taken = await _bot.SendAnonymousAsync(choice);
        Assert.StartsWith("From now on I look only in “The &#42;dam&#42;”", (await _bot.Connector.MessageAsync()).Activity!.Text, StringComparison.Ordinal);
        await SayAsync("And now?");
        Assert.Equal("dam", Assert.Single(_bot.Answering.Asked).Article);
    }

    [Theory]
    [InlineData("/forget", "Forgotten")]
    [InlineData("privacy", "Bot keeps your question")]
    [InlineData("Help!", "Just ask")]
    [InlineData("delete my data", "Deleted, for good")]
    public async Task Does_what_it_is_told(string said, string answer)
    {
        Assert.StartsWith(answer, (await SayAsync(said)).Activity!.Text, StringComparison.Ordinal);
        Assert.Empty(_bot.Answering.Asked);
    }

    [Fact]
    public async Task Asks_for_words_when_there_are_none() =>
        Assert.StartsWith("Please ask in words", (await SayAsync("")).Activity!.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Answers_an_edited_question_and_not_the_old_one()
    {
        var gate = _bot.Answering.Hold("old");
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "old", id: "7"));
        await gate.Reached.Task.WaitAsync(Some.Patience);
        using var edited = await _bot.SendAnonymousAsync(_bot.Teams("messageUpdate", text: "new", id: "7"));
        Assert.StartsWith("Re: new", (await _bot.Connector.MessageAsync()).Activity!.Text, StringComparison.Ordinal);
        Assert.Equal(TurnState.Cancelled, (await _bot.SettledAsync("old")).State);
    }

    [Fact]
    public async Task Answers_no_deleted_question()
    {
        var gate = _bot.Answering.Hold("old");
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "old", id: "7"));
        await gate.Reached.Task.WaitAsync(Some.Patience);
        using var deleted = await _bot.SendAnonymousAsync(_bot.Teams("messageDelete", text: null, id: "7"));
        Assert.Equal(TurnState.Cancelled, (await _bot.SettledAsync("old")).State);
    }

    [Fact]
    public async Task Answers_in_the_response_where_replies_are_expected()
    {
        using var response = await _bot.SendAnonymousAsync(Changed("deliveryMode", "expectReplies"));
        var replies = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("Re: When did it break?", Assert.Single(replies.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(_bot.Connector.All);
    }

    [Theory]
    [InlineData("""{"reaction":"dislike","feedback":"{\"feedbackText\":\"Too short\"}"}""", false, "Too short")]
    [InlineData("""{"reaction":"like","feedback":"very good"}""", true, "very good")]
    [InlineData("""{"reaction":"like","feedback":{"feedbackText":"as an object"}}""", true, "as an object")]
    [InlineData("""{"reaction":"like","feedback":"{no JSON"}""", true, "{no JSON")]
    [InlineData("""{"reaction":"like"}""", true, null)]
    public async Task Keeps_a_readers_word_on_an_answer(string given, bool up, string? reason)
    {
        await SayAsync("When did it break?");
        await _bot.SettledAsync("When did it break?");
        var invoke = _bot.Teams("invoke", text: null, id: "i1");
        (invoke["name"], invoke["replyToId"]) = ("message/submitAction", "m1");
        invoke["value"] = new { actionName = "feedback", actionValue = JsonSerializer.Deserialize<JsonElement>(given) };
        using var response = await _bot.SendAnonymousAsync(invoke);

        Assert.Equal("200 {}", $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        var kept = Assert.Single(await _bot.Get<ReaderFeedback>().ListAsync(null, 10, CancellationToken.None));
        Assert.Equal((up, reason), (kept.Up, kept.Reason));
    }

    [Fact]
    public async Task Keeps_a_thumb_of_Web_Chat_by_the_name_it_brings_back()
    {
        await SayAsync("When did it break?");
        var turn = await _bot.SettledAsync("When did it break?");
        var thumb = _bot.Teams("event", text: null, id: "e1");
        thumb["name"] = "webchat:activity-status/feedback";
        thumb["entities"] = new object[] { new Dictionary<string, string> { ["type"] = "https://schema.org/DislikeAction", ["@type"] = "DislikeAction", ["@id"] = $"urn:answer:{turn.Id}:down" } };
        using var response = await _bot.SendAnonymousAsync(thumb);
        Assert.False(Assert.Single(await _bot.Get<ReaderFeedback>().ListAsync(null, 10, CancellationToken.None)).Up);
    }

    [Fact]
    public async Task Chooses_an_article_by_a_universal_action()
    {
        var invoke = _bot.Teams("invoke", text: null, id: "i1");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new { action = new { type = "Action.Execute", data = new { botArticle = "fair" } } };
        using var response = await _bot.SendAnonymousAsync(invoke);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("application/vnd.microsoft.activity.message", body, StringComparison.Ordinal);
        Assert.Contains("The fair", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_it_is_doing_and_ends_the_stream_with_the_answer_in_a_chat_of_two_in_Teams()
    {
        var gate = _bot.Answering.Hold("slow");
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "slow", id: "1"));
        await _bot.PassAsync(TypingAsync());
        gate.Open.SetResult();
        var message = await _bot.PassAsync(_bot.Connector.MessageAsync());

        var begun = _bot.Connector.All.First(arrived => arrived.Activity!.Type == "typing").Activity!;
        Assert.Equal("Looking in 1 article…", begun.Text);
        Assert.Equal("""{"type":"streaminfo","streamType":"informative","streamSequence":1}""", begun.Entities![0].GetRawText());
        Assert.Equal("""{"type":"streaminfo","streamId":"m1","streamType":"final"}""", message.Activity!.Entities![0].GetRawText());
        Assert.StartsWith("Re: slow", message.Activity.Text, StringComparison.Ordinal);
        Assert.Equal(TurnState.Delivered, (await _bot.SettledAsync("slow")).State);
    }

    [Fact]
    public async Task Sends_an_ordinary_message_when_the_stream_has_lived_too_long()
    {
        var gate = _bot.Answering.Hold("slow");
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "slow", id: "1"));
        await _bot.PassAsync(TypingAsync());
        _bot.Connector.Refuse(403, body: """{"error":{"code":"ContentStreamNotAllowed","message":"Content stream finished due to exceeded streaming time."}}""");
        gate.Open.SetResult();
        var message = await _bot.PassAsync(_bot.Connector.MessageAsync());
        Assert.DoesNotContain("streaminfo", message.Body, StringComparison.Ordinal);
        Assert.Equal(TurnState.Delivered, (await _bot.SettledAsync("slow")).State);
    }

    [Fact]
    public async Task Says_no_more_when_the_reader_stopped_the_stream()
    {
        var gate = _bot.Answering.Hold("slow");
        using var asked = await _bot.SendAnonymousAsync(_bot.Teams(text: "slow", id: "1"));
        await _bot.PassAsync(TypingAsync());
        _bot.Connector.Refuse(403, body: """{"error":{"code":"ContentStreamNotAllowed","message":"Content stream was canceled by user."}}""");
        gate.Open.SetResult();
        Assert.Equal(TurnState.Failed, (await _bot.PassAsync(_bot.SettledAsync("slow"))).State);
        Assert.Empty(_bot.Connector.Messages);
    }

    [Fact]
    public async Task Shows_plain_typing_elsewhere()
    {
        var gate = _bot.Answering.Hold("slow");
        var said = _bot.Teams(text: "slow", id: "1");
        said["channelId"] = "webchat";
        using var asked = await _bot.SendAnonymousAsync(said);
        await TypingAsync();
        gate.Open.SetResult();
        var message = await _bot.Connector.MessageAsync();
        Assert.Null(_bot.Connector.All.First().Activity!.Entities);
        Assert.Contains("[1]: https://bot.example.org/c/", message.Activity!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrects_an_answer_in_place()
    {
        await SayAsync("When did it break?");
        var turn = await _bot.SettledAsync("When did it break?");
        var channel = _bot.Get<Bot.Conversations.Channels.IChannel>();
        var place = new Bot.Conversations.Channels.Place(
            new Bot.BotFramework.Connecting.ConversationReference { ServiceUrl = _bot.Connector.ServiceUrl, ChannelId = "msteams", Conversation = new() { Id = "a:1" } }.Write(), true);
        Bot.Conversations.Channels.Delivery Correction(string words) => new()
        {
            Key = "k",
            Turn = turn.Id,
            EventId = "1",
            Place = place,
            Said = new Bot.Conversations.Channels.Said.Correction(words),
        };
        await channel.EditAsync(Correction("Corrected on 2026-11-22: one."), "m1", CancellationToken.None);
        await channel.EditAsync(Correction("Corrected on 2026-11-23: two."), "m1", CancellationToken.None);

        var last = _bot.Connector.All.Last();
        Assert.Equal("PUT", last.Method);
        Assert.StartsWith("Corrected on 2026-11-22: one.\n\nCorrected on 2026-11-23: two.\n\nRe: When did it break? [1]", last.Activity!.Text, StringComparison.Ordinal);

        _bot.Connector.Refuse(404);
        await channel.EditAsync(Correction("Corrected on 2026-11-24: three."), "m1", CancellationToken.None);
        Assert.Equal("POST", _bot.Connector.All.Last().Method);
        Assert.Equal("About an earlier answer:\n\nCorrected on 2026-11-24: three.", _bot.Connector.All.Last().Activity!.Text);
    }

    private Dictionary<string, object?> Changed(string name, object value)
    {
        var activity = _bot.Teams();
        activity[name] = value;
        return activity;
    }

    private Dictionary<string, object?> Group(string text, bool mentioned)
    {
        var activity = _bot.Teams(text: text);
        activity["conversation"] = new { id = "19:g@thread.v2", conversationType = "groupChat", isGroup = true };
        activity["entities"] = mentioned
            ? new object[] { new { type = "mention", mentioned = new { id = "28:bot", name = "Bot" }, text = "<at>Bot</at>" }, new { type = "mention", mentioned = new { id = "29:anna", name = "Anna" }, text = "<at>Anna</at>" } }
            : [];
        return activity;
    }

    private Task<ScriptedConnector.Arrived> TypingAsync() => _bot.Connector.FirstAsync(arrived => arrived.Activity?.Type == "typing");

    private async Task<ScriptedConnector.Arrived> SayAsync(string text)
    {
        using var taken = await _bot.SendAnonymousAsync(_bot.Teams(text: text, id: "said " + text));
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        return await _bot.Connector.MessageAsync();
    }
}
