using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Feedback;

public sealed class ReaderFeedbackTests
{
    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_the_last_word_of_each_reader()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var feedback = world.Get<ReaderFeedback>();
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "one"));
        await feedback.GiveAsync(turn.Id, "me", up: true, null, Token);
        Assert.True(await feedback.GiveAsync(turn.Id, "me", up: false, "wrong day", Token));
        Assert.False(await feedback.GiveAsync(new(Guid.NewGuid()), "me", up: false, null, Token));

        Assert.Empty(await feedback.ListAsync(up: true, 10, Token));
        var bad = Assert.Single(await feedback.ListAsync(up: false, 10, Token));
        Assert.Equal(("one", "Re: one [1]", "wrong day"), (bad.Question, bad.Answer, bad.Reason));
    }

    [Fact]
    public async Task Looks_for_a_message_among_the_latest_of_a_conversation_only()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var feedback = world.Get<ReaderFeedback>();
        await world.AnswerAsync(_channel.Question("c", "1", "one"));
        await AddAsync(world, 1_999);
        Assert.True(await feedback.GiveAsync(_channel.Name, "c", "m-1", "me", up: true, null, Token));
        await AddAsync(world, 1);
        Assert.False(await feedback.GiveAsync(_channel.Name, "c", "m-1", "me", up: true, null, Token));
    }

    private async Task<int> AddAsync(World world, int turns)
    {
        var (key, now) = (await world.Get<RecordKeys>().OpenAsync(Token), TimeProvider.System.GetUtcNow());
        var rows = Enumerable.Range(0, turns).Select(_ => Guid.NewGuid()).Select(id => new TurnRow
        {
            Id = id,
            Channel = _channel.Name,
            EventId = $"{id}",
            Conversation = key.Conversation(_channel.Name, "c"),
            Asker = "a",
            Text = "later",
            Address = key.Seal("there"),
            Received = now,
            State = TurnState.Delivered,
            MessageId = $"m-{id}",
        }).ToArray();
        return await world.Get<RecordStore>().WriteAsync(
            async (context, token) =>
            {
                context.Turns.AddRange(rows);
                return await context.SaveChangesAsync(token);
            },
            Token);
    }

    [Fact]
    public async Task Makes_a_test_case_of_a_bad_answer()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "What \"broke\"?") with { Asked = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) });
        await world.Get<ReaderFeedback>().GiveAsync(turn.Id, "me", up: false, "wrong\nday", Token);

        Assert.Equal(
            """
            # A reader: wrong day
            - question: "What \"broke\"?"
              date: 2026-11-22
              assert:
                # Say what a good answer has: outcome, contains, cites, short …
                - not-contains: "Re: What \"broke\"?"

            """,
            await world.Get<ReaderFeedback>().TestCaseAsync(turn.Id, Token));
    }

    [Fact]
    public async Task Groups_what_no_article_answers_by_its_words()
    {
        _answering.Script = question => new(
            new Answer.NothingFound { Text = "Nothing.", Language = "en", Making = new(Making.Extractive) },
            new AnswerTrace { Standalone = question.Text, Kind = "Fact" });
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        foreach (var text in new[] { "Who is the mayor of Springfield?", "When does the bridge open?", "Springfield's mayor, who is it?" })
        {
            await world.AnswerAsync(_channel.Question("c", text, text));
        }

        var groups = await world.Get<ReaderFeedback>().UnansweredAsync(DateTimeOffset.MinValue.AddYears(1970), Token);
        Assert.Equal([2, 1], groups.Select(group => group.Questions.Length));
        Assert.All(groups[0].Questions, question => Assert.Contains("mayor", question.Text, StringComparison.Ordinal));
    }
}
