using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records;

public sealed class ArticleScopeTests
{
    [Fact]
    public async Task The_articles_that_may_be_asked_go_with_the_question_to_who_answers_it()
    {
        var (channel, answering) = (new ScriptedChannel(recognises: true), new ScriptedAnswering());
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, channel, answering);
        await world.AnswerAsync(channel.Question("c", "1", "one"));
        await world.AnswerAsync(channel.Question("c", "2", "two") with { Scope = new() { Slugs = ["dam"], Tags = ["Harbour", "Council"] } });

        Assert.Null(answering.Asked.First().Scope);
        var scope = answering.Asked.Last().Scope!;
        Assert.Equal(["dam"], scope.Slugs);
        Assert.Equal(["Harbour", "Council"], scope.Tags);
    }
}
