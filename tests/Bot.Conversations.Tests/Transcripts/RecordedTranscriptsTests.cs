using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Privacy;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Bot.Conversations.Transcripts;
using Bot.Conversations.Working;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Bot.Conversations.Tests.Transcripts;

public sealed class RecordedTranscriptsTests(SharedPostgres postgres)
{
    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_what_was_said_in_order_and_once_however_often_it_is_said()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await SayAsync(world, "a", "b");
        await SayAsync(world, "b", "c", "c");

        Assert.Equal(["a", "b", "c"], await KeysAsync(world));
        Assert.Empty(await world.Get<RecordedTranscripts>().ReadAsync("scripted", "another", 0, 10, Token));
    }

    [Fact]
    public async Task One_who_follows_hears_what_was_said_after_a_place_and_then_what_is_said_and_what_passes_by()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await SayAsync(world, "a", "b");
        var first = (await world.Get<RecordedTranscripts>().ReadAsync("scripted", "c", 0, 1, Token))[0];
        await using var news = Follow(world, first.Watermark);
        Assert.Equal(["b"], await SaidAsync(news));
        await SayAsync(world, "c");
        Assert.Equal(["c"], await SaidAsync(news));
        await world.Get<RecordedTranscripts>().PassAsync("scripted", "c", "typing|…", Token);
        Assert.Equal(new TranscriptNews.Passing("typing|…"), await NextAsync(news));
        Assert.Equal(["a", "b", "c"], await KeysAsync(world));
    }

    [Fact]
    public async Task Quiet_is_told_when_nothing_is_said_for_a_while()
    {
        var time = new FakeTimeProvider();
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record, time);
        await using var news = Follow(world, 0);
        Assert.IsType<TranscriptNews.Quiet>(await NextAsync(news));
        var next = news.MoveNextAsync();
        while (!next.IsCompleted)
        {
            // Whoever waits may not have begun to.
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }

        Assert.True(await next);
        Assert.IsType<TranscriptNews.Quiet>(news.Current);
    }

    [Fact]
    public async Task A_question_stands_in_the_transcript_once_it_is_recorded_and_only_then()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record, settings: ("Turns:PerAsker", "1"));
        var question = _channel.Question("c", "1", "one") with { Echo = new("echo", "one") };
        Assert.IsType<Admission.Accepted>(await world.AdmitAsync(question));
        Assert.IsType<Admission.Repeated>(await world.AdmitAsync(question));
        Assert.IsType<Admission.TooFast>(await world.AdmitAsync(_channel.Question("c", "2", "two") with { Echo = new("refused", "two") }));

        Assert.Equal(["echo"], await KeysAsync(world));
    }

    [Theory]
    [InlineData]
    [InlineData("echo/0")]
    public async Task A_question_that_is_forgotten_leaves_the_transcript_unless_its_reader_was_told_so_below_it(params string[] told)
    {
        await using var record = await postgres.RigAsync();
        await using var world = await StartAsync(record);
        var (book, doubts) = (world.Get<ReceptionBook>(), world.Get<Doubts>());
        var turn = await book.RowAsync(_channel.Question("c", "1", "one"), Token);
        doubts.Begin(turn.Id);
        Assert.IsType<Admission.Accepted>(await book.AdmitAsync(turn, new("echo", "one"), Token));
        if (told.Length > 0)
        {
            await SayAsync(world, ["echo", .. told]);
        }

        Assert.Equal(1, await book.ForgetAsync(turn, new("echo", "one"), Token));

        Assert.Equal(told.Length > 0 ? ["echo", .. told] : [], await KeysAsync(world));
    }

    [Fact]
    public async Task What_is_said_in_one_process_is_heard_in_another()
    {
        await using var record = await postgres.RigAsync();
        await using var here = await StartAsync(record);
        await using var there = await StartAsync(record);
        await using var news = Follow(there, 0, Some.Patience);
        Assert.IsType<TranscriptNews.Quiet>(await NextAsync(news));

        // Said again until it is heard: what passes by is heard only by those who listen already.
        var heard = NextAsync(news);
        while (!heard.IsCompleted)
        {
            await here.Get<RecordedTranscripts>().PassAsync("scripted", "c", "passing", Token);
            await Task.Yield();
        }

        Assert.Equal(new TranscriptNews.Passing("passing"), await heard);
        await here.AskAsync(_channel.Question("c", "1", "one") with { Echo = new("echo", "one") });
        TranscriptNews next;
        while ((next = await NextAsync(news)) is TranscriptNews.Passing)
        {
        }

        Assert.Equal("echo", Assert.Single(Assert.IsType<TranscriptNews.Said>(next).Entries).Said.Key);
    }

    [Fact]
    public async Task What_another_process_said_before_it_died_without_telling_is_heard_all_the_same()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var record = await postgres.RigAsync();
        await using var world = await StartAsync(record, time);
        await SayAsync(world, "a");
        await using var news = Follow(world, 0, TimeSpan.FromDays(30));
        Assert.Equal(["a"], await SaidAsync(news));
        await using (var other = NpgsqlDataSource.Create(((PostgresRig)record).ConnectionString))
        {
            await using var said = other.CreateCommand($"""INSERT INTO transcripts SELECT "Conversation", "Watermark" + 1, 'b', "Asker", 'said b', "At" FROM transcripts""");
            await said.ExecuteNonQueryAsync(Token);
        }

        var next = news.MoveNextAsync().AsTask();
        using var patience = new CancellationTokenSource(Some.Patience);
        while (!next.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            time.Advance(MissedSayings.Every);
            await Task.Yield();
        }

        Assert.True(await next);
        Assert.Equal("b", Assert.Single(Assert.IsType<TranscriptNews.Said>(news.Current).Entries).Said.Key);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_say_something_at_once_in_two_processes()
    {
        await using var record = await postgres.RigAsync();
        await using var here = await StartAsync(record);
        await using var there = await StartAsync(record);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => SayAsync(number % 2 == 0 ? here : there, $"{number}", $"{number / 2} of both")));

        var keys = await KeysAsync(here);
        Assert.Equal(60, keys.Length);
        Assert.Equal(60, keys.Distinct().Count());
    }

    [Fact]
    public async Task After_all_of_a_reader_was_deleted_one_who_follows_hears_what_is_said_next()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await SayAsync(world, "a");
        await using var news = Follow(world, 0);
        Assert.Equal(["a"], await SaidAsync(news));
        await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "reader", Token);
        Assert.Empty(await KeysAsync(world));
        await SayAsync(world, "b");
        Assert.Equal(["b"], await SaidAsync(news));
    }

    [Fact]
    public async Task What_is_older_than_the_retention_time_is_deleted_with_what_was_remembered_of_conversations()
    {
        var time = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record, time);
        var state = world.Get<ChannelState>();
        foreach (var moment in Enumerable.Range(0, 3))
        {
            await SayAsync(world, [.. Enumerable.Range(0, 300).Select(number => $"old {moment} {number}")]);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        await state.RememberAsync("scripted", "article", "dam", Token);
        await state.SetAsync("scripted", "session", "1", Token);
        time.Advance(TimeSpan.FromDays(91));
        await SayAsync(world, "new");
        await world.Get<Retention>().DeleteAsync(Token);

        Assert.Equal(["new"], await KeysAsync(world));
        Assert.Null(await state.GetAsync("scripted", "article", Token));
        Assert.Equal("1", await state.GetAsync("scripted", "session", Token));
    }

    private Task<World> StartAsync(IRecordRig record, TimeProvider? time = null, params (string Name, string Value)[] settings) =>
        World.StartAsync(record, _channel, _answering, time, settings);

    private static Task SayAsync(World world, params string[] keys) =>
        world.Get<RecordedTranscripts>().AppendAsync("scripted", "c", "reader", [.. keys.Select(key => new Utterance(key, $"said {key}"))], Token);

    private static async Task<string[]> KeysAsync(World world) =>
        [.. (await world.Get<RecordedTranscripts>().ReadAsync("scripted", "c", 0, 1_000, Token)).Select(entry => entry.Said.Key)];

    private static IAsyncEnumerator<TranscriptNews> Follow(World world, long after, TimeSpan? patience = null) =>
        world.Get<RecordedTranscripts>().FollowAsync("scripted", "c", after, patience ?? TimeSpan.FromSeconds(20), Token).GetAsyncEnumerator(Token);

    private static async Task<TranscriptNews> NextAsync(IAsyncEnumerator<TranscriptNews> news)
    {
        Assert.True(await news.MoveNextAsync().AsTask().WaitAsync(Some.Patience, Token));
        return news.Current;
    }

    private static async Task<string[]> SaidAsync(IAsyncEnumerator<TranscriptNews> news)
    {
        var next = await NextAsync(news);
        return [.. Assert.IsType<TranscriptNews.Said>(next is TranscriptNews.Quiet ? await NextAsync(news) : next).Entries.Select(entry => entry.Said.Key)];
    }
}
