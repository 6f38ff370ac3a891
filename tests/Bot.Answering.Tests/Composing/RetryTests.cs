using System.Net;
using Bot.Answering.Tests.ScriptedModel;

namespace Bot.Answering.Tests.Composing;

public sealed class RetryTests
{
    private const string Asked = "How many drivers used the bridge?";
    private const string Said = "It closed [1].";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_as_long_as_the_endpoint_asks_and_tries_again()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var time = new ImpatientTime(wait => wait == TimeSpan.FromSeconds(7));
        await using var bot = ModelledComposer.At(server.Endpoint, time, ("MaxRetries", "2"));
        server.Fails(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7));
        server.Replies(Said);

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Equal((Said, false), (composed.Composition.Text, composed.Degraded));
        Assert.Contains(TimeSpan.FromSeconds(7), time.Waits);
    }

    [Fact]
    public async Task Does_not_make_a_reader_wait_ten_minutes()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var time = new ImpatientTime(wait => wait == TimeSpan.FromMinutes(10));
        await using var bot = ModelledComposer.At(server.Endpoint, time, ("MaxRetries", "2"));
        server.Fails(HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(10));

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.StartsWith("429 ", composed.DegradedReason, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Tries_again_after_server_errors_and_sends_the_same()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = Retrying(server, 2);
        server.Fails(HttpStatusCode.InternalServerError);
        server.Fails(HttpStatusCode.ServiceUnavailable);
        server.Replies(Said);

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Equal((Said, false), (composed.Composition.Text, composed.Degraded));
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Body.ToString()).Distinct());
    }

    [Fact]
    public async Task Tries_again_after_an_attempt_without_a_response()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var time = BetweenAttempts();
        await using var bot = ModelledComposer.At(server.Endpoint, time, ("MaxRetries", "1"), ("AttemptTimeout", "00:00:40"));
        var hanging = server.Hangs();
        server.Replies(Said);

        var composing = bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
        await hanging.Received.WaitAsync(Token);
        time.End(TimeSpan.FromSeconds(40));
        var composed = await composing;

        Assert.Equal((Said, false), (composed.Composition.Text, composed.Degraded));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Does_not_repeat_what_cannot_succeed(HttpStatusCode status)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = Retrying(server, 3);
        server.Fails(status);

        await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Does_not_carry_a_question_to_where_a_redirect_points()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var elsewhere = await ScriptedModelServer.StartAsync();
        await using var bot = Retrying(server, 3);
        server.Fails(HttpStatusCode.TemporaryRedirect).WithLocation($"{elsewhere.Endpoint}/chat/completions");

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.StartsWith("307 from", composed.DegradedReason, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Does_not_repeat_a_reply_that_had_begun()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = Retrying(server, 3);
        server.CutsOffAfter("It closed");

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.True(composed.Degraded);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Leaves_an_endpoint_alone_that_keeps_failing()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = Retrying(server, 2);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            server.Fails(HttpStatusCode.InternalServerError);
        }

        await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
        await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
        var third = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Contains("failed so often that it is left alone", third.DegradedReason, StringComparison.Ordinal);
        Assert.Equal(6, server.Requests.Count);
    }

    // Only the pauses between attempts pass at once: they are no longer than a few seconds, and no limit set here is so short.
    private static ImpatientTime BetweenAttempts() => new(wait => wait > TimeSpan.FromSeconds(0.3) && wait < TimeSpan.FromSeconds(20));

    private static ModelledComposer Retrying(ScriptedModelServer server, int retries) => ModelledComposer.At(server.Endpoint, BetweenAttempts(), ("MaxRetries", $"{retries}"));
}
