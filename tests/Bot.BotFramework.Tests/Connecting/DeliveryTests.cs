using Bot.BotFramework.Connecting;
using Bot.BotFramework.Tests.Serving;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;

namespace Bot.BotFramework.Tests.Connecting;

/// <summary>Whatever a connector does: a message is shown once, or the record says that nobody knows, or that it was refused.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Replies_to_the_activity_with_the_bots_token_and_escaped_names()
    {
        using var taken = await _bot.SendAsync(_bot.Teams(id: "f:1/2", conversation: "19:x@thread.tacv2;messageid=17"));
        var message = await _bot.Connector.MessageAsync();

        Assert.Equal("/connector/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D17/activities/f%3A1%2F2", message.Target);
        Assert.Equal("Bearer the-token", message.Authorization);
        Assert.Equal("Re: When did it break? [1]\n\n*Quoted from the articles; no AI wrote this.*", message.Activity!.Text);
        Assert.Equal(("28:bot", "29:anna", "f:1/2", "msteams"), (message.Activity.From!.Id, message.Activity.Recipient!.Id, message.Activity.ReplyToId, message.Activity.ChannelId));
        Assert.Null(message.Activity.Id);
        Assert.Equal(
            $"POST /login/{RunningBot.Tenant}/oauth2/v2.0/token grant_type=client_credentials&client_id={RunningBot.AppId}&client_secret=s3cret&scope=https%3A%2F%2Fapi.botframework.com%2F.default",
            Assert.Single(_bot.Connector.TokenRequests));
    }

    [Fact]
    public async Task Gets_one_token_for_many_answers_and_another_when_it_is_refused()
    {
        await AnswerAsync("1");
        await AnswerAsync("2");
        Assert.Single(_bot.Connector.TokenRequests);

        _bot.Connector.Refuse(401);
        Assert.Equal(TurnState.Delivered, (await AnswerAsync("3")).State);
        Assert.Equal(2, _bot.Connector.TokenRequests.Count);
    }

    [Fact]
    public async Task Sends_again_what_came_too_soon()
    {
        _bot.Connector.Refuse(429, retryAfter: 0);
        _bot.Connector.Refuse(429, retryAfter: 1);
        Assert.Equal(TurnState.Delivered, (await AnswerAsync("1")).State);
        Assert.Single(_bot.Connector.Messages);
    }

    [Fact]
    public async Task Reports_what_always_comes_too_soon()
    {
        for (var tries = 0; tries < 8; tries++)
        {
            _bot.Connector.Refuse(429, retryAfter: 0);
        }

        var turn = await AnswerAsync("1");
        Assert.Equal((TurnState.Failed, "429"), (turn.State, turn.Note));
        Assert.Equal(8, _bot.Connector.All.Count);
    }

    [Fact]
    public async Task Reports_what_is_refused_with_two_tokens()
    {
        _bot.Connector.Refuse(401);
        _bot.Connector.Refuse(401);
        var turn = await AnswerAsync("1");
        Assert.Equal((TurnState.Failed, "401"), (turn.State, turn.Note));
    }

    [Fact]
    public async Task Follows_no_redirection_with_its_token()
    {
        _bot.Connector.Next(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = _bot.Connector.Root + "/elsewhere";
            return Task.CompletedTask;
        });
        var turn = await AnswerAsync("1");
        Assert.Equal((TurnState.Failed, "307"), (turn.State, turn.Note));
        Assert.Single(_bot.Connector.TokenRequests);
    }

    [Fact]
    public async Task Sends_a_welcome_again_that_came_too_soon_and_reports_one_that_is_refused()
    {
        _bot.Connector.Refuse(429, retryAfter: 0);
        await JoinAsync("a:1");
        Assert.StartsWith("Hello!", (await _bot.Connector.MessageAsync()).Activity!.Text, StringComparison.Ordinal);
        Assert.Empty(_bot.Warnings);

        _bot.Connector.Refuse(403);
        await JoinAsync("a:2");
        await AnswerAsync("next");
        Assert.Equal("Something beside the answers was not shown: 403", Assert.Single(_bot.Warnings));
    }

    [Theory]
    [InlineData(412), InlineData(500), InlineData(502), InlineData(503), InlineData(504), InlineData(408)]
    public async Task Sends_nothing_again_that_may_have_been_shown_and_reports_it(int status)
    {
        _bot.Connector.Refuse(status);
        var turn = await AnswerAsync("1");
        Assert.Equal((TurnState.Uncertain, status.ToString(System.Globalization.CultureInfo.InvariantCulture)), (turn.State, turn.Note));
        Assert.Empty(_bot.Connector.Messages);
        Assert.Equal("1", Assert.Single(await AttentionAsync()));
    }

    [Theory]
    [InlineData(400, 4), InlineData(403, 1), InlineData(404, 1), InlineData(413, 4)]
    public async Task Reports_what_was_refused_for_good_in_every_form(int status, int forms)
    {
        for (var form = 0; form < forms; form++)
        {
            _bot.Connector.Refuse(status, body: """{"error":{"code":"ConversationNotFound","message":"secret words"}}""");
        }

        var turn = await AnswerAsync("1");
        Assert.Equal((TurnState.Failed, $"{status} ConversationNotFound"), (turn.State, turn.Note));
        Assert.Equal(forms, _bot.Connector.All.Count);
        Assert.Equal("1", Assert.Single(await AttentionAsync()));
    }

    [Fact]
    public async Task Reports_an_answer_whose_receipt_is_lost_and_shows_it_once()
    {
        _bot.Connector.Drop();
        Assert.Equal(TurnState.Uncertain, (await AnswerAsync("1")).State);
        Assert.Single(_bot.Connector.All, arrived => arrived.Activity?.Type == "message");
    }

    [Fact]
    public async Task Reports_an_answer_whose_receipt_takes_too_long()
    {
        await using var bot = await RunningBot.StartAsync(("BotFramework:RequestTimeout", "00:00:00.5"));
        var never = new TaskCompletionSource();
        bot.Connector.Next(context => never.Task.WaitAsync(context.RequestAborted));
        using var taken = await bot.SendAsync(bot.Teams(text: "1", id: "1"));
        var turn = await bot.SettledAsync("1");
        Assert.Equal((TurnState.Uncertain, "Timeout"), (turn.State, turn.Note));
    }

    [Fact]
    public async Task Takes_an_empty_receipt_for_one()
    {
        _bot.Connector.Next(context =>
        {
            _bot.Connector.All.Last().Shown = true;
            context.Response.StatusCode = 202;
            return Task.CompletedTask;
        });
        Assert.Equal(TurnState.Delivered, (await AnswerAsync("1")).State);
    }

    [Fact]
    public async Task Says_which_settings_to_check_when_it_gets_no_token_and_sends_nothing()
    {
        (_bot.Connector.TokenStatus, _bot.Connector.TokenReply) = (401, """{"error":"invalid_client","error_description":"AADSTS7000215 secret"}""");
        var reply = await _bot.Get<ConnectorClient>().PostAsync(Here(), null, new() { Type = "message", Text = "x" }, CancellationToken.None);
        Assert.Contains("invalid_client", reply.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AADSTS", reply.Error.Message, StringComparison.Ordinal);
        Assert.IsType<Receipt.NotShown>(reply.OfNew());
        Assert.Empty(_bot.Connector.All);
    }

    [Fact]
    public async Task Gives_the_token_to_no_host_that_is_not_listed()
    {
        var reply = await _bot.Get<ConnectorClient>().PostAsync(Here() with { ServiceUrl = "http://localhost.evil.example:1/" }, null, new() { Type = "message" }, CancellationToken.None);
        Assert.Equal(new Receipt.NotShown("403 HostNotListed", null), reply.OfNew());
        Assert.Empty(_bot.Connector.TokenRequests);
    }

    [Fact]
    public async Task Changes_in_place_are_made_again_after_any_failure()
    {
        var client = _bot.Get<ConnectorClient>();
        _bot.Connector.Refuse(502);
        Assert.IsType<Receipt.NotShown>((await client.PutAsync(Here(), "m1", new() { Type = "message" }, CancellationToken.None)).OfChange("m1"));
        Assert.Equal(new Receipt.Shown("m1"), (await client.PutAsync(Here(), "m1", new() { Type = "message" }, CancellationToken.None)).OfChange("m1"));
        Assert.Equal("PUT /connector/v3/conversations/a%3A1/activities/m1", $"{_bot.Connector.All.Last().Method} {_bot.Connector.All.Last().Target}");
    }

    [Fact]
    public async Task A_managed_identity_asks_the_platform_for_its_token()
    {
        await using var bot = await RunningBot.StartWithAsync(
            ("MicrosoftAppType", "UserAssignedMSI"), ("MicrosoftAppId", RunningBot.AppId), ("MicrosoftAppTenantId", RunningBot.Tenant),
            ("IDENTITY_ENDPOINT", _bot.Connector.Root + "/msi/token"), ("IDENTITY_HEADER", "platform-secret"));
        _bot.Connector.TokenReply = """{"access_token":"identity-token","expires_on":"4000000000"}""";
        Assert.Equal("identity-token", await bot.Get<BotTokens>().GetAsync(null, CancellationToken.None));
        Assert.Equal(
            $"GET /msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fapi.botframework.com&client_id={RunningBot.AppId}  platform-secret",
            Assert.Single(_bot.Connector.TokenRequests));
    }

    [Fact]
    public async Task Five_deliveries_of_an_activity_at_once_get_one_answer()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _bot.SendAsync(_bot.Teams())));
        Assert.All(responses, response => Assert.Equal(202, (int)response.StatusCode));
        await _bot.Connector.MessageAsync();
        await AnswerAsync("2");
        Assert.Equal(2, _bot.Connector.Messages.Count());
        Assert.Equal(2, _bot.Answering.Asked.Count);
    }

    private async Task JoinAsync(string conversation)
    {
        var joined = _bot.Teams("conversationUpdate", text: null, id: conversation, conversation: conversation);
        joined["membersAdded"] = new object[] { new { id = "29:anna" } };
        using var taken = await _bot.SendAsync(joined);
    }

    private ConversationReference Here() => new() { ServiceUrl = _bot.Connector.ServiceUrl, ChannelId = "msteams", Conversation = new() { Id = "a:1" } };

    private async Task<string[]> AttentionAsync() =>
        [.. (await _bot.Get<RecordedTurns>().AttentionAsync(10, CancellationToken.None)).Select(turn => turn.Text)];

    private async Task<RecordedTurn> AnswerAsync(string text)
    {
        using var taken = await _bot.SendAsync(_bot.Teams(text: text, id: text));
        return await _bot.SettledAsync(text);
    }
}
