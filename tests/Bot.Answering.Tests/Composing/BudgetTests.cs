using System.Net;
using Bot.Answering.Questions;
using Bot.Answering.Tests.ScriptedModel;

namespace Bot.Answering.Tests.Composing;

public sealed class BudgetTests
{
    private const string Asked = "How many drivers used the bridge?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_budget_the_model_is_not_asked_and_the_answer_is_quoted()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("TokensPerDay", "3000"));
        server.Replies("It closed [1].").WithUsage(1_900, 100);

        var first = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
        var second = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.False(first.Degraded);
        Assert.StartsWith("The budget of tokens is spent: Model:TokensPerDay is 3000, 2000 are spent and this call may need", second.DegradedReason, StringComparison.Ordinal);
        Assert.Equal((ModelledComposer.Quoted, null), (second.Composition.Text, second.Usage));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Requests_that_were_turned_down_cost_nothing()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("TokensPerDay", "3000"));
        for (var question = 0; question < 4; question++)
        {
            server.Fails(HttpStatusCode.Unauthorized);
            var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);
            Assert.Equal(0, composed.Usage!.Total);
        }

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_reply_that_was_cut_off_is_paid_for_by_estimate()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server);
        server.CutsOffAfter("It closed on Tuesday");

        var composed = await bot.Composer.ComposeAsync(SomeMaterial.About(Asked), Token);

        Assert.Equal((5, true), (composed.Usage!.Output, composed.Usage.Estimated));
    }

    [Fact]
    public async Task One_conversation_over_its_budget_leaves_others_the_model()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        await using var bot = ModelledComposer.With(server, ("TokensPerConversation", "3000"));
        server.Replies("It closed [1].").WithUsage(2_000, 500);
        server.Replies("It closed [1].");

        await bot.Composer.ComposeAsync(In("one"), Token);
        var again = await bot.Composer.ComposeAsync(In("one"), Token);
        var other = await bot.Composer.ComposeAsync(In("two"), Token);

        Assert.Contains("Model:TokensPerConversation is 3000, 2500 are spent", again.DegradedReason, StringComparison.Ordinal);
        Assert.False(other.Degraded);

        static Bot.Answering.Composing.Material In(string conversation) =>
            SomeMaterial.About(Asked) with { Question = new Question(Asked) { Conversation = conversation } };
    }
}
