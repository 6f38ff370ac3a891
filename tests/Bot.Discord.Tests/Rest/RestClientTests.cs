using System.Net;
using Bot.Discord.Messages;
using Bot.Discord.Rest;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Tests.Rest;

public sealed class RestClientTests : IAsyncLifetime
{
    private RestRig _rig = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await RestRig.StartAsync(new() { LongestWait = TimeSpan.FromSeconds(30) });

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Sends_a_message_with_the_token_and_a_name_that_Discord_takes()
    {
        Assert.True((await _rig.Client.SendAsync(Say("7", "x"), Stop)).Done);
        var arrived = Assert.Single(_rig.Discord.All);
        Assert.Equal(("POST", "/channels/7/messages", "Bot the-token", "application/json"), (arrived.Method, arrived.Target, arrived.Authorization, arrived.ContentType));
        Assert.Matches(@"^DiscordBot \(https://\S+, [0-9.]+\)$", arrived.UserAgent);
        Assert.Empty(_rig.Discord.Faults);
    }

    [Fact]
    public async Task Speaks_no_more_with_a_token_that_was_refused_and_says_what_to_do()
    {
        Answer(401, """{"message":"401: Unauthorized","code":0}""");
        Assert.Equal("401 0", (await _rig.Client.SendAsync(Say("7", "x"), Stop)).Reason);
        Assert.True((await _rig.Client.SendAsync(Say("8", "y"), Stop)).IsHeld);
        Assert.True((await _rig.Client.SendAsync(Routes.GetGatewayBot(), Stop)).IsHeld);
        Assert.Single(_rig.Discord.All);
        Assert.Contains(_rig.Log.Lines, line => line.StartsWith("Critical: Discord refused the token", StringComparison.Ordinal) && line.Contains("Discord:Token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_its_token_when_an_interactions_token_is_refused_and_never_sends_both()
    {
        Answer(401, """{"message":"Invalid Webhook Token","code":50027}""");
        Assert.Equal(50027, (await _rig.Client.SendAsync(Routes.EditOriginal("1", "secret/1", new() { Content = "x" }), Stop)).Code);
        Assert.Equal(("/webhooks/1/secret%2F1/messages/@original", ""), (_rig.Discord.All.Single().Target, _rig.Discord.All.Single().Authorization));
        Answer(200, "{}");
        Assert.True((await _rig.Client.SendAsync(Say("7", "x"), Stop)).Done);
    }

    [Fact]
    public async Task Writes_no_token_into_its_log()
    {
        _rig.Discord.Script = (context, _) => ScriptedDiscord.RefuseAsync(context, 100, "user").ContinueWith(_ => true, Stop, TaskContinuationOptions.None, TaskScheduler.Default);
        await _rig.Client.SendAsync(Routes.EditOriginal("1", "secret", new() { Content = "x" }), Stop);
        Assert.Contains(_rig.Log.Lines, line => line.Contains("PATCH /webhooks/{application.id}/{interaction.token}/messages/@original", StringComparison.Ordinal));
        Assert.DoesNotContain(_rig.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("the-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_callback_waits_for_nothing()
    {
        var (held, release) = Hold(context => context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal));
        var message = _rig.Client.SendAsync(Say("7", "x"), Stop);
        await held.WaitAsync(Some.Patience, Stop);
        var others = Enumerable.Range(0, 60).Select(number => _rig.Client.SendAsync(Say("7", $"{number}"), Stop)).ToArray();

        var callback = await _rig.Client.SendAsync(Routes.CreateInteractionResponse("9", "secret", """{"type":5}"""u8.ToArray()), Stop);
        Assert.True(callback.Done);
        Assert.False(message.IsCompleted);
        Assert.Equal(("/interactions/9/secret/callback?with_response=true", ""), (_rig.Discord.All.Last().Target, _rig.Discord.All.Last().Authorization));
        release.SetResult();
        Assert.All(await Task.WhenAll(others), reply => Assert.True(reply.Done, reply.Reason));
    }

    [Theory]
    [InlineData(500), InlineData(502), InlineData(503), InlineData(504)]
    public async Task Repeats_what_failed_only_where_Discord_recognises_it(int status)
    {
        Answer(status, "");
        Assert.Equal((HttpStatusCode)status, (await _rig.Client.SendAsync(Routes.CreateMessage("7", new() { Content = "x" }), Stop)).Status);
        Assert.Single(_rig.Discord.All);

        Assert.Equal((HttpStatusCode)status, (await _rig.Client.SendAsync(Say("7", "x"), Stop)).Status);
        Assert.Equal(5, _rig.Discord.All.Count);
        Assert.Equal((HttpStatusCode)status, (await _rig.Client.SendAsync(Routes.CreateFollowup("1", "t", new() { Content = "x" }), Stop)).Status);
        Assert.Equal(6, _rig.Discord.All.Count);
    }

    [Theory]
    [InlineData(400), InlineData(403), InlineData(404)]
    public async Task Repeats_nothing_that_was_refused(int status)
    {
        Answer(status, """{"message":"words","code":50013}""");
        Assert.Equal($"{status} 50013", (await _rig.Client.SendAsync(Say("7", "x"), Stop)).Reason);
        Assert.Single(_rig.Discord.All);
    }

    [Fact]
    public async Task Gives_up_a_request_that_takes_too_long_and_says_that_nobody_knows()
    {
        await using var rig = await RestRig.StartAsync(new() { RequestTimeout = TimeSpan.FromMilliseconds(100) });
        rig.Discord.Script = async (context, _) =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(1));
            var never = new TaskCompletionSource();
            await never.Task.WaitAsync(context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var reply = await rig.Client.SendAsync(Routes.CreateMessage("7", new() { Content = "x" }), Stop);
        Assert.Equal((null, "Timeout", true), (reply.Status, reply.Reason, reply.Sent));
    }

    [Fact]
    public async Task A_global_refusal_holds_everything_back_and_a_channels_own_only_that_channel()
    {
        RefuseOnce("7", 3, "user");
        await Task.WhenAll(_rig.Client.SendAsync(Say("7", "x"), Stop), _rig.Client.SendAsync(Say("8", "y"), Stop));
        Assert.Equal(["8", "7"], _rig.Discord.Messages.Select(message => message.Channel));

        RefuseOnce("7", 3, "global");
        var refused = _rig.Client.SendAsync(Say("7", "z"), Stop);
        await _rig.Log.ContainsAsync("global");
        var before = _rig.Time.GetUtcNow();
        await _rig.Client.SendAsync(Say("9", "z"), Stop);
        Assert.InRange(_rig.Time.GetUtcNow() - before, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
        await refused;
    }

    [Fact]
    public async Task What_Discords_edge_refuses_without_a_word_holds_everything_back()
    {
        var first = true;
        _rig.Discord.Script = async (context, _) =>
        {
            if (!first)
            {
                return false;
            }

            first = false;
            context.Response.Headers.Clear();
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "4";
            await context.Response.WriteAsync("<html>error code: 1015</html>");
            return true;
        };
        Assert.True((await _rig.Client.SendAsync(Say("7", "x"), Stop)).Done);
        Assert.InRange(_rig.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(1));
        Assert.Contains(_rig.Log.Lines, line => line.Contains("(global limit)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_back_what_would_have_to_wait_too_long()
    {
        _rig.Discord.Script = (context, _) => ScriptedDiscord.RefuseAsync(context, 310, "user").ContinueWith(_ => true, Stop, TaskContinuationOptions.None, TaskScheduler.Default);
        var first = await _rig.Client.SendAsync(Say("7", "x"), Stop);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(310)), (first.Status, first.RetryAfter));
        var second = await _rig.Client.SendAsync(Say("7", "x"), Stop);
        Assert.True(second is { IsHeld: true, RetryAfter: { TotalSeconds: > 200 and < 311 } }, $"{second}");
        Assert.Single(_rig.Discord.All);
    }

    [Fact]
    public async Task Stops_before_Discord_shuts_the_address_out_and_does_not_count_what_is_no_fault_of_its_own()
    {
        await using var rig = await RestRig.StartAsync(new() { LongestWait = TimeSpan.FromSeconds(30) }, mostInvalid: 2);
        var status = 429;
        rig.Discord.Script = async (context, _) =>
        {
            context.Response.StatusCode = status;
            await (status == 429 ? ScriptedDiscord.RefuseAsync(context, 60, "shared") : Task.CompletedTask);
            return true;
        };
        async Task<HttpStatusCode?> StatusAsync(string channel) => (await rig.Client.SendAsync(Say(channel, "x"), Stop)).Status;

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], [await StatusAsync("1"), await StatusAsync("2"), await StatusAsync("3")]);
        status = 403;
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [await StatusAsync("4"), await StatusAsync("5")]);
        var held = await rig.Client.SendAsync(Say("6", "x"), Stop);
        Assert.True(held is { IsHeld: true, RetryAfter: { TotalMinutes: > 9 and <= 10 } }, $"{held}");
        Assert.Equal(5, rig.Discord.All.Count);

        rig.Time.Advance(InvalidRequests.Window);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("6"));
    }

    private void Answer(int status, string body) => _rig.Discord.Script = async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
        return true;
    };

    private void RefuseOnce(string channel, double wait, string scope)
    {
        var first = true;
        _rig.Discord.Script = async (context, _) =>
        {
            if (!first || context.Request.Path != $"/api/v10/channels/{channel}/messages")
            {
                return false;
            }

            first = false;
            await ScriptedDiscord.RefuseAsync(context, wait, scope);
            return true;
        };
    }

    private (Task Held, TaskCompletionSource Release) Hold(Func<HttpContext, bool> which)
    {
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _rig.Discord.Script = async (context, _) =>
        {
            if (which(context))
            {
                held.TrySetResult();
                await release.Task.WaitAsync(context.RequestAborted);
            }

            return false;
        };
        return (held.Task, release);
    }

    private static RestRequest Say(string channel, string words) => Routes.CreateMessage(channel, new Message { Content = words, Nonce = $"{channel}-{words}" });
}
