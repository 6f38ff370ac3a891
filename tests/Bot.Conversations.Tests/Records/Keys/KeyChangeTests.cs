using Bot.Conversations.Channels;
using Bot.Conversations.Privacy;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Tests.Records.Keys;

public sealed class KeyChangeOnSqliteTests : KeyChangeTests
{
    [Fact]
    public async Task Nothing_that_the_old_key_opens_is_left_in_the_file_once_it_is_no_longer_named()
    {
        await using var record = new SqliteRig();
        byte[] wrapped;
        await using (var world = await StartAsync(record, Old))
        {
            wrapped = await world.Get<RecordStore>().ReadAsync((context, token) => context.KeyWraps.Select(wrap => wrap.Wrapped).SingleAsync(token), Token);
        }

        await KeyAsync(record, New, Old);
        Assert.True(await IsInFileAsync(record, wrapped));
        await KeyAsync(record, New);

        Assert.False(await IsInFileAsync(record, wrapped));
    }

    protected override Task<IRecordRig> NewRecordAsync() => Task.FromResult<IRecordRig>(new SqliteRig());

    private static async Task<bool> IsInFileAsync(SqliteRig record, byte[] bytes)
    {
        // The last connection that is closed puts the log into the file.
        SqliteConnection.ClearAllPools();
        return (await File.ReadAllBytesAsync(record.File, Token)).AsSpan().IndexOf(bytes) >= 0;
    }
}

public sealed class KeyChangeOnPostgresTests(SharedPostgres postgres) : KeyChangeTests
{
    protected override Task<IRecordRig> NewRecordAsync() => postgres.RigAsync();
}

/// <summary>The key in the settings changes from <see cref="Old"/> to <see cref="New"/>, one start after the other.</summary>
public abstract class KeyChangeTests
{
    protected static readonly string Old = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    protected static readonly string New = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IRecordRig> NewRecordAsync();

    [Fact]
    public async Task Who_asked_under_the_old_key_has_it_deleted_under_the_new_one()
    {
        await using var record = await NewRecordAsync();
        await using (var before = await StartAsync(record, Old))
        {
            await before.AnswerAsync(_channel.Question("c", "1", "one"));
        }

        await using var after = await StartAsync(record, New, Old);

        Assert.Equal(1, await after.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token));
    }

    [Fact]
    public async Task What_was_asked_under_the_old_key_is_answered_where_it_was_asked()
    {
        await using var record = await NewRecordAsync();
        var gate = _answering.Hold("one");
        TurnId turn;
        await using (var before = await StartAsync(record, Old, null, ("Turns:DrainFor", "00:00:00")))
        {
            turn = await before.AskAsync(_channel.Question("c", "1", "one"));
            await gate.Reached.Task.WaitAsync(Some.Patience, Token);
        }

        gate.Open.SetResult();
        await using var after = await StartAsync(record, New, Old);

        Assert.Equal(TurnState.Delivered, (await after.SettledAsync(turn)).State);
        Assert.Equal("address of c", Assert.Single(_channel.Shown).Address);
    }

    [Fact]
    public async Task What_channels_signed_under_the_old_key_counts_under_the_new_one()
    {
        await using var record = await NewRecordAsync();
        byte[] signing;
        await using (var before = await StartAsync(record, Old))
        {
            signing = await before.Get<ChannelKeys>().ForAsync("directline", Token);
        }

        await using var after = await StartAsync(record, New, Old);

        Assert.Equal(signing, await after.Get<ChannelKeys>().ForAsync("directline", Token));
    }

    [Fact]
    public async Task A_machine_that_knows_the_old_key_alone_starts_again_during_the_change_and_does_not_end_it()
    {
        await using var record = await NewRecordAsync();
        var first = await KeyAsync(record, Old);
        Assert.Equal(first, await KeyAsync(record, New, Old));
        Assert.Equal(first, await KeyAsync(record, Old));

        Assert.Equal(first, await KeyAsync(record, New));
    }

    [Fact]
    public async Task The_old_key_opens_nothing_once_it_is_no_longer_named()
    {
        await using var record = await NewRecordAsync();
        await KeyAsync(record, Old);
        await KeyAsync(record, New, Old);
        await KeyAsync(record, New);

        await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, Old));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_ends_with_the_old_key_alone()
    {
        await using var record = await NewRecordAsync();
        var first = await KeyAsync(record, Old);
        await KeyAsync(record, New, Old);
        await KeyAsync(record, Old, New);
        Assert.Equal(first, await KeyAsync(record, Old));

        await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, New));
    }

    [Fact]
    public async Task Another_key_is_refused_with_the_setting_and_the_cures_and_without_any_key()
    {
        await using var record = await NewRecordAsync();
        await KeyAsync(record, Old);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, New));

        Assert.StartsWith("The record was last used with another key than Records:Key, so who asked and where answers go cannot be read", refused.Message, StringComparison.Ordinal);
        Assert.Contains("put that key back, or name it in Records:PreviousKey", refused.Message, StringComparison.Ordinal);
        Assert.Contains("docs/operating.md", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(New, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Old, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_key_is_neither_a_key_of_the_settings_nor_in_the_record()
    {
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, New, Old);
        var wraps = await world.Get<RecordStore>().ReadAsync((context, token) => context.KeyWraps.ToListAsync(token), Token);

        Assert.Equal(2, wraps.Count);
        Assert.All(wraps, wrap => Assert.False(Of(New).Opens(wrap.Wrapped) || Of(Old).Opens(wrap.Wrapped)));
        var seal = (await world.Get<RecordKeys>().OpenAsync(Token)).Seal("there");
        Assert.False(Of(New).Opens(seal) || Of(Old).Opens(seal));
    }

    [Fact]
    public async Task Processes_that_begin_a_record_at_the_same_moment_have_one_data_key()
    {
        await using var record = await NewRecordAsync();
        var worlds = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => StartAsync(record, number % 2 == 0 ? Old : New, number % 2 == 0 ? null : Old), Token)));
        try
        {
            var keys = await Task.WhenAll(worlds.Select(world => world.Get<ChannelKeys>().ForAsync("directline", Token)));
            Assert.Single(keys.Select(Convert.ToHexString).Distinct());
        }
        finally
        {
            foreach (var world in worlds)
            {
                await world.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Of_processes_that_begin_a_record_with_different_keys_at_the_same_moment_one_has_it_and_the_others_are_refused()
    {
        await using var record = await NewRecordAsync();
        var starts = Enumerable.Range(1, 4).Select(number => Convert.ToBase64String([.. Enumerable.Repeat((byte)number, 32)])).Select(key => Task.Run(() => StartAsync(record, key), Token)).ToArray();
        await Task.WhenAll(starts).ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);

        await using var one = await Assert.Single(starts, start => start.IsCompletedSuccessfully);
        Assert.All(starts.Where(start => !start.IsCompletedSuccessfully), start => Assert.IsType<InvalidDataException>(start.Exception!.InnerException));
    }

    private static DataKey Of(string key) => new(Convert.FromBase64String(key));

    private protected Task<World> StartAsync(IRecordRig record, string key, string? previous = null, params (string Name, string Value)[] settings) =>
        World.StartAsync(record, _channel, _answering, null, [("Records:Key", key), ("Records:PreviousKey", previous ?? ""), .. settings]);

    // A start and a stop: what channels would sign with.
    private protected async Task<byte[]> KeyAsync(IRecordRig record, string key, string? previous = null)
    {
        await using var world = await StartAsync(record, key, previous);
        return await world.Get<ChannelKeys>().ForAsync("directline", Token);
    }
}
