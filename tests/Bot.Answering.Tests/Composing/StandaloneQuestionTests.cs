using System.Net;
using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;
using Microsoft.Extensions.Logging;

namespace Bot.Answering.Tests.Composing;

public sealed class StandaloneQuestionTests
{
    private static readonly Question FollowUp = new("And when will it open?")
    {
        History = [new Turn(TurnRole.Reader, "Why is the bridge closed?"), new Turn(TurnRole.Bot, "Cracks were found in its piers.")],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_rewritten_with_the_turns_before_it()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Replies("\"When will the bridge open?\"\n");

        Assert.Equal("When will the bridge open?", (await bot.Composer.StandaloneAsync(FollowUp, Token)).Question);
        var request = Assert.Single(server.Requests);
        Assert.Contains("Reader:\n> Why is the bridge closed?\nAnswer:\n> Cracks were found in its piers.", request.User, StringComparison.Ordinal);
        Assert.Contains("> And when will it open?", request.User, StringComparison.Ordinal);
        Assert.Equal(300, request.Body.GetProperty("max_tokens").GetInt32());
    }

    [Fact]
    public async Task Is_not_asked_for_without_turns_before_it()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);

        Assert.Null((await bot.Composer.StandaloneAsync(new Question("Why is the bridge closed?"), Token)).Question);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Is_not_asked_for_without_a_model()
    {
        await using var bot = ModelledComposer.Without();

        Assert.Null((await bot.Composer.StandaloneAsync(FollowUp, Token)).Question);
    }

    [Theory]
    [InlineData("When will it open?\nIt opens in May, I think.")]
    [InlineData("\"\"")]
    public async Task Is_left_as_it_is_when_the_model_writes_something_else(string reply)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Replies(reply);

        Assert.Null((await bot.Composer.StandaloneAsync(FollowUp, Token)).Question);
    }

    [Fact]
    public async Task Is_left_as_it_is_when_the_model_talks_at_length()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Replies(new string('a', 400));

        Assert.Null((await bot.Composer.StandaloneAsync(FollowUp, Token)).Question);
    }

    [Fact]
    public async Task Is_left_as_it_is_when_the_model_fails_and_the_operator_is_told()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.Fails(HttpStatusCode.Unauthorized);

        Assert.Null((await bot.Composer.StandaloneAsync(FollowUp, Token)).Question);
        Assert.Contains("401 from", Assert.Single(bot.Log.OfBot(LogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_left_as_it_is_when_the_model_takes_longer_than_a_rewrite_may()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("RewriteTimeout", "00:00:00.2"));
        server.StallsAfter("When");

        Assert.Null((await bot.Composer.StandaloneAsync(FollowUp, Token)).Question);
        Assert.Contains("did not finish its reply within 00:00:00.2000000", bot.Log.Everything, StringComparison.Ordinal);
    }
}
