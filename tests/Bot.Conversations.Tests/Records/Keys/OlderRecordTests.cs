using Bot.Conversations.Channels;
using Bot.Conversations.Privacy;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Conversations.Tests.Records.Keys;

/// <summary>A record of a build that had no data key, and made all of the setting itself: with the key of the bytes 0 to 31, by the rules of that time.</summary>
public sealed class OlderRecordTests
{
    private const string Asker = "IqJ7z_RahKKuPCQfqJ10vGZDSRc-wcgKEMecD0qutZ4";
    private const string Conversation = "uNPxFoUZrIVLffUrUBUpjzAH3h_b0rhkSntkf9v5fqs";
    private const string Address = "AAAAAAAAAAAAAAAAZ8gN6B7J2Df3EYwFqMQhxHo3ZDNP";
    private const string Signing = "BA3AAA145A94DC9C07007EDF21F535BAE7A10D6AAD6CFED61C827B8B36AD5106";

    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
    private static readonly string New = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

    private readonly ScriptedChannel _channel = new(recognises: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_older_build_has_taken_is_answered_where_it_was_asked()
    {
        await using var record = await RecordAsync(TurnState.Recorded);
        await using var world = await StartAsync(record, Key);

        Assert.Equal(TurnState.Delivered, (await world.SettledAsync(new(Turn))).State);
        Assert.Equal("there", Assert.Single(_channel.Shown).Address);
    }

    [Fact]
    public async Task Who_asked_an_older_build_has_it_deleted()
    {
        await using var record = await RecordAsync(TurnState.Delivered);
        await using var world = await StartAsync(record, Key);

        Assert.Equal(1, await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token));
    }

    [Fact]
    public async Task The_key_goes_on_as_the_data_key_so_that_the_older_build_can_be_started_again()
    {
        await using var record = await RecordAsync(TurnState.Delivered);
        await using var world = await StartAsync(record, Key);
        await world.AnswerAsync(_channel.Question("c", "2", "two"));

        Assert.Equal(Signing, Convert.ToHexString(await world.Get<ChannelKeys>().ForAsync("directline", Token)));
        Assert.Equal(2, await world.Get<RecordStore>().ReadAsync((context, token) => context.Turns.CountAsync(row => row.Asker == Asker, token), Token));
    }

    [Fact]
    public async Task The_key_may_change_with_the_update()
    {
        await using var record = await RecordAsync(TurnState.Delivered);
        await using (var world = await StartAsync(record, New, Key))
        {
            Assert.Equal(Signing, Convert.ToHexString(await world.Get<ChannelKeys>().ForAsync("directline", Token)));
        }

        await using var later = await StartAsync(record, New);
        Assert.Equal(1, await later.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token));
    }

    [Fact]
    public async Task A_key_that_does_not_open_what_is_there_is_refused()
    {
        await using var record = await RecordAsync(TurnState.Delivered);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, New));
        Assert.Contains("name it in Records:PreviousKey", refused.Message, StringComparison.Ordinal);
    }

    private static Guid Turn { get; } = Guid.Parse("11111111-1111-1111-1111-111111111111");

    private Task<World> StartAsync(SqliteRig record, string key, string? previous = null) =>
        World.StartAsync(record, _channel, new ScriptedAnswering(), null, ("Records:Key", key), ("Records:PreviousKey", previous ?? ""));

    private static async Task<SqliteRig> RecordAsync(TurnState state)
    {
        var record = new SqliteRig();
        await using var context = new SqliteRecordContext(new DbContextOptionsBuilder<SqliteRecordContext>().UseSqlite($"Data Source={record.File};Pooling=False").Options);
        await context.GetService<IMigrator>().MigrateAsync("KeptSources", Token);
        var (id, address, now) = (Turn.ToString().ToUpperInvariant(), Convert.FromBase64String(Address), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO turns ("Id", "Channel", "EventId", "Conversation", "Asker", "Text", "Address", "Private", "Received", "State", "Epoch", "Attempts", "Repeats")
            VALUES ({id}, 'scripted', '1', {Conversation}, {Asker}, 'one', {address}, FALSE, {now}, {(int)state}, 0, 0, 0)
            """,
            Token);
        return record;
    }
}
