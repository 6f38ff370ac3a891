using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Models;
using Bot.Answering.Tests.ScriptedModel;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Answering.Tests.Composing;

public sealed class ComposerTests
{
    private const string Asked = "How many drivers used the bridge?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quotes_without_a_model_and_is_not_degraded()
    {
        await using var bot = ModelledComposer.Without();

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Equal((ModelledComposer.Quoted, Making.Extractive, false), (composed.Composition.Text, composed.Engine, composed.Degraded));
        Assert.Null(composed.RenderedPrompt);
    }

    [Fact]
    public async Task Makes_nothing_of_the_model_when_there_is_none()
    {
        await using var bot = ModelledComposer.Without();

        await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.False(bot.Services.GetRequiredService<Lazy<ChatModel>>().IsValueCreated);
    }

    [Fact]
    public async Task Keeps_what_questions_asked_at_the_same_time_were_sent_and_got_apart()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        var gate = new TaskCompletionSource();
        var first = server.RepliesWhen((gate.Task, "One [1]."));
        var second = server.RepliesWhen((Task.CompletedTask, "Two [1]."));

        var one = bot.Composer.ComposeAsync(SomeMaterial.About("Question one?"), Token);
        await first.Received.WaitAsync(Token);
        var two = await bot.Composer.ComposeAsync(SomeMaterial.About("Question two?"), Token);
        await second.Received.WaitAsync(Token);
        gate.SetResult();

        Assert.Equal(("One [1].", "Two [1]."), ((await one).Composition.Text, two.Composition.Text));
        Assert.Contains("> Question one?", (await one).RenderedPrompt, StringComparison.Ordinal);
        Assert.Contains("> Question two?", two.RenderedPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Composes_with_the_model_and_keeps_prompt_version_and_usage()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Replies("About 4,200 drivers used it each day, the council said [1].").WithUsage(321, 45);

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Equal("About 4,200 drivers used it each day, the council said [1].", composed.Composition.Text);
        Assert.Equal((ModelledComposer.ModelName, false), (composed.Engine, composed.Degraded));
        Assert.Equal((321, 45, false), (composed.Usage!.Input, composed.Usage.Output, composed.Usage.Estimated));
        Assert.Matches("^[0-9a-f]{12}$", composed.PromptVersion);
        Assert.Contains(Asked, composed.RenderedPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_model_its_name_key_limits_and_two_messages()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("MaxOutputTokens", "222"), ("Temperature", "0.5"));
        server.Replies("It closed [1].");

        await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal((ModelledComposer.ModelName, $"Bearer {ModelledComposer.Key}", true), (request.Model, request.Authorization, request.IsStreaming));
        Assert.Equal(["system", "user"], request.Messages.Select(message => message.Role));
        Assert.Contains(SomeMaterial.BridgeText, request.User, StringComparison.Ordinal);
        Assert.Equal(0.5, request.Body.GetProperty("temperature").GetDouble());
        Assert.Equal(222, request.Body.GetProperty("max_tokens").GetInt32());
        Assert.True(request.Body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Fact]
    public async Task Sends_no_temperature_when_none_is_set_and_a_stand_in_when_there_is_no_key()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("Temperature", ""), ("ApiKey", ""));
        server.Replies("It closed [1].");

        await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        var request = Assert.Single(server.Requests);
        Assert.False(request.Body.TryGetProperty("temperature", out _));
        Assert.Equal("Bearer none", request.Authorization);
    }

    [Theory]
    [InlineData("NOT_STATED")]
    [InlineData("**NOT_STATED**.")]
    [InlineData("\"NOT_STATED\"")]
    [InlineData("NOT\\_STATED")]
    [InlineData("NOT_STATED. The passages speak of a bridge [1].")]
    [InlineData("The passages do not say how many. NOT_STATED")]
    [InlineData("<think>Drivers? Passage [1]…</think>\nNOT_STATED")]
    public async Task Reads_that_the_passages_do_not_say_it_however_it_is_decorated(string reply)
    {
        var composed = await ComposedFrom(server => server.Replies(reply));

        Assert.True(composed.Composition.IsNotStated, composed.Composition.Text);
        Assert.Equal((ModelledComposer.ModelName, reply), (composed.Engine, composed.RawText));
    }

    [Fact]
    public async Task Keeps_a_cited_half_of_an_answer_and_drops_the_token_after_it()
    {
        var composed = await ComposedFrom(server => server.Replies("It closed on Tuesday [1]. NOT_STATED"));

        Assert.Equal("It closed on Tuesday [1].", composed.Composition.Text);
    }

    [Fact]
    public async Task Leaves_a_models_thoughts_out_of_the_composition()
    {
        var composed = await ComposedFrom(server => server.Replies("<think>Let me see [3].</think>\n\nIt closed on Tuesday [1]."));

        Assert.Equal("It closed on Tuesday [1].", composed.Composition.Text);
    }

    [Theory]
    [InlineData("It closed on Tuesday [1]. About 4,2", "It closed on Tuesday [1].")]
    [InlineData("It closed on Tuesday. [1] About 4.5 per cent", "It closed on Tuesday. [1]")]
    [InlineData("It closed on Tuesday [1] About 4.5 per cent", "It closed on Tuesday [1]")]
    [InlineData("\u6A4B\u306F\u706B\u66DC\u65E5\u306B\u9589\u9396\u3055\u308C\u305F\u3002[1]\u7D044200", "\u6A4B\u306F\u706B\u66DC\u65E5\u306B\u9589\u9396\u3055\u308C\u305F\u3002[1]")]
    [InlineData("He said \u201CNo.\u201D [1] Then he le", "He said \u201CNo.\u201D [1]")]
    public async Task Drops_the_unfinished_sentence_of_a_reply_that_reached_its_limit(string reply, string kept)
    {
        var composed = await ComposedFrom(server => server.StopsForLengthAfter(reply));

        Assert.Equal((kept, false), (composed.Composition.Text, composed.Degraded));
    }

    [Fact]
    public async Task Estimates_the_usage_when_the_endpoint_tells_none()
    {
        var composed = await ComposedFrom(server => server.Replies("It closed on Tuesday [1]."));

        Assert.True(composed.Usage!.Estimated);
        Assert.Equal(7, composed.Usage.Output);
        Assert.True(composed.Usage.Input > 300, composed.Usage.ToString());
    }

    private static async Task<Composed> ComposedFrom(Func<ScriptedModelServer, ScriptedReply> script)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        script(server);
        return await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
    }
}
