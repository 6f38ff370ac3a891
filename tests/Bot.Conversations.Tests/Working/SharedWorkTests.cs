using System.Collections.Concurrent;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Bot.Conversations.Working;
using Npgsql;

namespace Bot.Conversations.Tests.Working;

/// <summary>How processes that share the record leave its work to each other, where no sweep helps them.</summary>
public sealed class SharedWorkTests(SharedPostgres postgres)
{
    private readonly ScriptedChannel _channel = new(recognises: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_worked_by_the_process_that_has_its_conversation_although_another_one_took_it()
    {
        await using var record = await postgres.RigAsync();
        await using var here = await StartAsync(record);
        await using var there = await StartAsync(record);
        var key = await here.Get<RecordKeys>().OpenAsync(Stop);
        await using var taken = await there.Get<IConversationLocks>().TryTakeAsync(key.Conversation("scripted", "c"), Stop);
        Assert.NotNull(taken);
        var answered = here.AnswerAsync(_channel.Question("c", "0", "one"));
        for (var number = 1; !answered.IsCompleted; number++)
        {
            // Asked again and again: the other process may not listen yet.
            await here.AskAsync(_channel.Question("c", $"{number}", "more"));
        }

        Assert.Equal(TurnState.Delivered, (await answered).State);
    }

    [Fact]
    public async Task Nobody_else_is_woken_for_a_question_that_is_worked_where_it_was_asked()
    {
        await using var record = await postgres.RigAsync();
        await using var world = await StartAsync(record);
        await using var source = NpgsqlDataSource.Create(((PostgresRig)record).ConnectionString);
        await using var listening = await source.OpenConnectionAsync(Stop);
        var heard = new ConcurrentQueue<string>();
        listening.Notification += (_, notice) => heard.Enqueue(notice.Payload.Split('|')[1]);
        await using var listen = new NpgsqlCommand($"LISTEN {PostgresDatabase.Listen}", listening);
        await listen.ExecuteNonQueryAsync(Stop);

        await world.AnswerAsync(_channel.Question("c", "1", "one"));
        while (!heard.Contains(nameof(NoticeKind.Settled)))
        {
            await listening.WaitAsync(Stop);
        }

        Assert.DoesNotContain(nameof(NoticeKind.Asked), heard);
    }

    [Fact]
    public async Task An_answer_is_written_down_at_first_try_although_another_process_writes_down_the_article_that_it_cites()
    {
        await using var record = await postgres.RigAsync();
        await using var world = await StartAsync(record, new StillTime());
        await world.Turns.LatestAsync(1, Stop);
        await using var source = NpgsqlDataSource.Create(((PostgresRig)record).ConnectionString);
        await using var another = await source.OpenConnectionAsync(Stop);
        await using var writing = await another.BeginTransactionAsync(Stop);
        await using var version = new NpgsqlCommand("""INSERT INTO article_versions ("Hash", "Slug", "Document", "Seen") VALUES ($1, $2, $3, 0)""", another, writing);
        var article = ArticleVersion.Of(ScriptedAnswering.Article);
        foreach (var value in (string[])[article.Hash, article.Article.Slug, article.Document])
        {
            version.Parameters.AddWithValue(value);
        }

        await version.ExecuteNonQueryAsync(Stop);
        var answered = world.AnswerAsync(_channel.Question("c", "1", "one"));
        await using var waiting = source.CreateCommand("SELECT count(*) FROM pg_locks WHERE NOT granted");
        while ((long)(await waiting.ExecuteScalarAsync(Stop))! == 0)
        {
            Assert.False(answered.IsCompleted, "It did not write the version down itself.");
        }

        await writing.CommitAsync(Stop);
        Assert.Equal(TurnState.Delivered, (await answered).State);
    }

    private Task<World> StartAsync(IRecordRig record, TimeProvider? time = null) => World.StartAsync(
        record,
        _channel,
        new ScriptedAnswering(),
        time,
        ("Turns:SweepEvery", "00:05:00"),
        ("Turns:PerAsker", "100000"),
        ("Turns:PerConversation", "100000"),
        ("Turns:Everybody", "1000000"));

    // Nothing that is to be tried again later ever is.
    private sealed class StillTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
    }
}
