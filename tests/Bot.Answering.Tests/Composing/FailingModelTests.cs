using System.Net;
using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Tests.ScriptedModel;
using Microsoft.Extensions.Logging;

namespace Bot.Answering.Tests.Composing;

public sealed class FailingModelTests
{
    private const string Asked = "How many drivers used the bridge?";

    public static TheoryData<string, string> Failures { get; } = new()
    {
        { "401", "401 (invalid_api_key) from {endpoint}: check Model:ApiKey." },
        { "403", "403 from {endpoint}: the key may not use 'scripted-model'" },
        { "404", "404 (model_not_found) from {endpoint}: check that Model:Endpoint is right (most end in /v1) and that it has the model 'scripted-model'." },
        { "400", "400 from {endpoint}: it refuses the request" },
        { "context", "400 (context_length_exceeded) from {endpoint}: the prompt and Model:MaxOutputTokens do not fit" },
        { "filtered request", "400 (content_filter) from {endpoint}: its content filter refused the request." },
        { "308", "308 from {endpoint}: it redirects" },
        { "429", "429 (rate_limit_exceeded) from {endpoint}: it allows no more requests now" },
        { "500", "500 from {endpoint}: see its log" },
        { "cut off", "{endpoint} broke the connection before the reply was complete" },
        { "no finish", "The stream of {endpoint} ended before the reply did" },
        { "filtered reply", "The content filter of {endpoint} stopped the reply." },
        { "tool call", "asks for a tool that it was not given" },
        { "empty", "'scripted-model' replied with nothing" },
        { "blank", "'scripted-model' replied with nothing" },
        { "only thoughts", "'scripted-model' finished no sentence within its limit of tokens" },
        { "no JSON", "The reply of {endpoint} could not be read" },
        { "not streamed", "{endpoint}" },
        { "error in stream", "The stream of {endpoint} ended before the reply did" },
        { "hangs", "{endpoint} did not respond within Model:AttemptTimeout (00:00:00.3000000)" },
        { "silent", "{endpoint} gave no token within Model:FirstTokenTimeout (00:00:30)" },
        { "stalls", "{endpoint} fell silent in mid-reply for Model:StallTimeout (00:00:00.3000000)" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Quotes_instead_and_tells_the_operator_why(string failure, string reason)
    {
        await using var server = await ScriptedModelServer.StartAsync();

        // The wait for the first token begins anew when the endpoint has begun to respond: before that a busy machine has all the time it needs.
        var time = new ImpatientTime(_ => false) { IsOverWhenBegunAnew = wait => wait == TimeSpan.FromSeconds(30) };
        await using var bot = ModelledComposer.At(
            server.Endpoint, time, Limit("AttemptTimeout", "00:00:00.3", "hangs"), Limit("FirstTokenTimeout", "00:00:30", "silent"), Limit("StallTimeout", "00:00:00.3", "stalls"));
        Script(server, failure);

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Equal((ModelledComposer.Quoted, Making.Extractive), (composed.Composition.Text, composed.Engine));
        Assert.Contains(reason.Replace("{endpoint}", server.Endpoint, StringComparison.Ordinal), composed.DegradedReason, StringComparison.Ordinal);
        Assert.Equal(composed.DegradedReason, Assert.Single(bot.Log.OfBot(LogLevel.Warning)).Split("meanwhile. ")[1].Trim());
        Assert.DoesNotContain(ModelledComposer.Key, bot.Log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, bot.Log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, composed.DegradedReason, StringComparison.Ordinal);

        // Short only where it is to be met: a busy machine meets it before what else is to fail.
        (string, string) Limit(string name, string within, params string[] failures) => (name, failures.Contains(failure) ? within : "00:00:20");
    }

    [Fact]
    public async Task Quotes_when_nothing_listens_at_the_endpoint()
    {
        var (composed, endpoint) = await AskNobody("http://127.0.0.1:1/v1");

        Assert.Equal($"{endpoint} cannot be reached (no connection: is it running, and the port right?): check Model:Endpoint.", composed.DegradedReason);
    }

    [Fact]
    public async Task Quotes_when_the_endpoints_name_is_unknown()
    {
        var (composed, endpoint) = await AskNobody("http://nobody.invalid/v1");

        Assert.Equal($"{endpoint} cannot be reached (its name could not be resolved): check Model:Endpoint.", composed.DegradedReason);
    }

    [Fact]
    public async Task Quotes_when_the_endpoint_speaks_no_TLS()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var (composed, endpoint) = await AskNobody(server.Endpoint.Replace("http:", "https:", StringComparison.Ordinal));

        Assert.Equal($"{endpoint} cannot be reached (TLS failed: check its certificate, or http against https): check Model:Endpoint.", composed.DegradedReason);
    }

    [Fact]
    public async Task Warns_once_of_an_outage_and_tells_when_it_is_over()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Fails(HttpStatusCode.Unauthorized);
        server.Fails(HttpStatusCode.Unauthorized);
        server.Replies("It closed [1].");

        for (var question = 0; question < 3; question++)
        {
            await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
        }

        Assert.Single(bot.Log.OfBot(LogLevel.Warning));
        Assert.Equal("The model answers again. ", Assert.Single(bot.Log.OfBot(LogLevel.Information)));
    }

    [Fact]
    public async Task A_reader_who_goes_away_cancels_and_nothing_is_quoted_or_reported()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        var reply = server.StallsAfter("It closed");
        using var reader = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var composing = bot.Composer.ComposeAsync(SomeMaterial.About(Asked), reader.Token);
        await reply.Received;
        await reader.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => composing);
        await reply.Abandoned.WaitAsync(Token);
        Assert.Empty(bot.Log.OfBot(LogLevel.Warning));
    }

    [Fact]
    public async Task A_reply_that_talks_past_its_limit_is_stopped()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("MaxOutputTokens", "16"));
        var reply = server.StallsAfter(string.Concat(Enumerable.Repeat("It closed [1]. ", 40)));

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        await reply.Abandoned.WaitAsync(Token);
        Assert.EndsWith("It closed [1].", composed.Composition.Text, StringComparison.Ordinal);
    }

    private static async Task<(Composed Composed, string Endpoint)> AskNobody(string endpoint)
    {
        await using var bot = ModelledComposer.At(endpoint, TimeProvider.System);
        return (await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token), endpoint);
    }

    private static void Script(ScriptedModelServer server, string failure)
    {
        // What an endpoint says of its errors may repeat the reader's question and the key.
        var message = $"Bad: '{Asked}' with {ModelledComposer.Key}.";
        switch (failure)
        {
            case "401": server.Fails(HttpStatusCode.Unauthorized, null, "invalid_api_key", message); break;
            case "403": server.Fails(HttpStatusCode.Forbidden, null, Asked, message); break;
            case "404": server.Fails(HttpStatusCode.NotFound, null, "model_not_found", message); break;
            case "400": server.Fails(HttpStatusCode.BadRequest, null, ModelledComposer.Key, message); break;
            case "context": server.Fails(HttpStatusCode.BadRequest, null, "context_length_exceeded", message); break;
            case "filtered request": server.Fails(HttpStatusCode.BadRequest, null, "content_filter", message); break;
            case "308": server.Fails(HttpStatusCode.PermanentRedirect, null, "moved", message); break;
            case "429": server.Fails(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1), "rate_limit_exceeded", message); break;
            case "500": server.SendsRaw("text/html", $"<h1>{message}</h1>", HttpStatusCode.InternalServerError); break;
            case "cut off": server.CutsOffAfter("It closed on Tuesday [1]. About"); break;
            case "no finish": server.EndsWithoutFinishAfter("It closed on Tuesday [1]."); break;
            case "filtered reply": server.FiltersAfter("It closed on Tuesday [1]."); break;
            case "tool call": server.Replies("It closed.").EndsWith("tool_calls"); break;
            case "empty": server.Replies(); break;
            case "blank": server.Replies(" \n", " … "); break;
            case "only thoughts": server.StopsForLengthAfter("<think>The reader asks. It closed [1]."); break;
            case "no JSON": server.SendsRaw("text/event-stream", $"data: {{oops {message}\n\n"); break;
            case "not streamed": server.SendsRaw("application/json", """{"choices":[{"message":{"content":"It closed [1]."}}]}"""); break;
            case "error in stream": server.SendsRaw("text/event-stream", """data: {"error":{"message":"overloaded"}}""" + "\n\n"); break;
            case "hangs": server.Hangs(); break;
            case "silent": server.Replies().ThenHangs(); break;
            case "stalls": server.StallsAfter("It closed on Tuesday [1]."); break;
            default: throw new ArgumentOutOfRangeException(nameof(failure), failure, "Not scripted.");
        }
    }
}
