using Bot.Answering.Questions;
using Bot.Conversations.Asking;
using Bot.Conversations.Privacy;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Conversations.Tests.Privacy;

public sealed class ReaderPrivacyTests
{
    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remembers_the_last_turns_without_markers_and_forgets_them_on_request_but_keeps_the_record()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var first = await world.AnswerAsync(_channel.Question("c", "1", "one"));
        await world.AnswerAsync(_channel.Question("c", "2", "two"));
        await world.Get<ReaderPrivacy>().ForgetAsync("scripted", "c", Token);
        await world.AnswerAsync(_channel.Question("c", "3", "three"));

        Assert.Equal(["one", "Re: one"], _answering.Asked.ElementAt(1).History.Select(turn => turn.Text));
        Assert.Empty(_answering.Asked.ElementAt(2).History);
        Assert.NotNull(await world.Turns.FindAsync(first.Id, Token));
    }

    [Fact]
    public async Task The_history_that_comes_with_a_question_counts_instead_of_the_record_and_is_deleted_with_the_question()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        await world.AnswerAsync(_channel.Question("c", "1", "one"));
        await world.AnswerAsync(_channel.Question("c", "2", "two") with { History = [new(TurnRole.Reader, "before"), new(TurnRole.Bot, "said")] });
        await world.AnswerAsync(_channel.Question("c", "3", "three") with { History = [] });

        Assert.Equal([new(TurnRole.Reader, "before"), new Turn(TurnRole.Bot, "said")], _answering.Asked.ElementAt(1).History);
        Assert.Empty(_answering.Asked.ElementAt(2).History);
        Assert.Equal(2, await HistoriesAsync(record));
        await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token);
        Assert.Equal(0, await HistoriesAsync(record));
    }

    [Fact]
    public async Task Deletes_all_of_one_asker_and_nothing_of_another()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var mine = await world.AnswerAsync(_channel.Question("c", "1", "one"));
        var other = await world.AnswerAsync(_channel.Question("d", "2", "two"));

        Assert.Equal(1, await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token));
        Assert.Null(await world.Turns.FindAsync(mine.Id, Token));
        Assert.NotNull((await world.Turns.FindAsync(other.Id, Token))?.Answer);
    }

    [Fact]
    public async Task Deletes_one_conversation_or_one_question_and_nothing_else()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turns = new List<RecordedTurn>();
        foreach (var (conversation, id) in new[] { ("c", "1"), ("c", "2"), ("d", "3"), ("d", "4") })
        {
            turns.Add(await world.AnswerAsync(_channel.Question(conversation, id, id) with { Asker = "one asker" }));
        }

        var privacy = world.Get<ReaderPrivacy>();
        Assert.Equal(2, await privacy.DeleteConversationAsync("scripted", "c", Token));
        Assert.True(await privacy.DeleteQuestionAsync("scripted", "3", Token));
        Assert.False(await privacy.DeleteQuestionAsync("another", "4", Token));
        var left = await Task.WhenAll(turns.Select(turn => world.Turns.FindAsync(turn.Id, Token)));
        Assert.Equal([false, false, false, true], left.Select(turn => turn?.Answer is not null));
    }

    [Theory]
    [InlineData("en-GB", "for 90 days")]
    [InlineData("de", "90 Tage lang")]
    [InlineData("es-MX", "durante 90 días")]
    [InlineData("fr", "pendant 90 jours")]
    [InlineData("ar-EG", "لمدة 90 يومًا")]
    [InlineData("ja", "for 90 days")]
    [InlineData(null, "for 90 days")]
    public async Task Says_what_is_kept_in_the_readers_language(string? locale, string words)
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);

        Assert.Contains(words, world.Get<ReaderPrivacy>().TextIn(locale), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_blocked_asker_out_until_unblocked()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "one"));
        Assert.True(await world.Get<ReaderPrivacy>().BlockAskerOfAsync(turn.Id, "an editor", Token));

        Assert.IsType<Admission.Blocked>(await world.AdmitAsync(_channel.Question("c", "2", "two")));
        Assert.True(await world.Get<ReaderPrivacy>().UnblockAsync("scripted", "asker of c", Token));
        await world.AskAsync(_channel.Question("c", "2", "two"));
    }

    [Fact]
    public async Task Deletes_what_is_older_than_the_retention_time_with_the_words_that_nobody_cites_any_more()
    {
        var time = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering, time);
        var old = await world.AnswerAsync(_channel.Question("c", "1", "one") with { History = [new(TurnRole.Reader, "before")] });
        var citation = old.Answer!.Citations[0].Id;
        Assert.Equal("The dam broke on Monday.", (await world.Turns.CitedAsync(citation, Token))!.Quote);
        time.Advance(TimeSpan.FromDays(91));
        var retention = world.Get<Retention>();
        await retention.DeleteAsync(Token);

        Assert.Null(await world.Turns.FindAsync(old.Id, Token));
        Assert.Null(await world.Turns.CitedAsync(citation, Token));
        Assert.Equal(0, await HistoriesAsync(record));
    }

    [Fact]
    public async Task Neither_askers_nor_addresses_nor_conversations_stand_in_the_file_and_the_key_is_its_owners_alone()
    {
        await using var record = new SqliteRig();
        await using (var world = await World.StartAsync(record, _channel, _answering))
        {
            await world.AnswerAsync(_channel.Question("secret-conversation", "1", "one"));
        }

        SqliteConnection.ClearAllPools();
        var all = string.Concat(Directory.GetFiles(Path.GetDirectoryName(record.File)!, "record.db*").Select(file => System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(file))));
        Assert.Contains("scripted", all, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-conversation", all, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(record.File + ".key"));
        }
    }

    private static async Task<long> HistoriesAsync(SqliteRig record)
    {
        await using var connection = new SqliteConnection($"Data Source={record.File};Pooling=False");
        await connection.OpenAsync(Token);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(\"History\") FROM turns";
        return (long)(await count.ExecuteScalarAsync(Token))!;
    }
}
