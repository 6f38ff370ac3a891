using Bot.Conversations.Privacy;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records.Keys;

/// <summary>The key's file beside a SQLite record, and the way from it to the setting.</summary>
public sealed class KeyFileTests
{
    private static readonly string New = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

    private readonly ScriptedChannel _channel = new(recognises: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_under_the_file_has_it_deleted_under_the_setting()
    {
        await using var record = await RecordAsync();
        await using (await StartAsync(record, New, await File.ReadAllTextAsync(record.File + ".key", Token)))
        {
        }

        File.Delete(record.File + ".key");
        await using var world = await StartAsync(record, New);

        Assert.Equal(1, await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token));
    }

    [Fact]
    public async Task The_setting_gives_way_to_the_file_again()
    {
        await using var record = await RecordAsync();
        await using (await StartAsync(record, New, await File.ReadAllTextAsync(record.File + ".key", Token)))
        {
        }

        await using var world = await StartAsync(record, "", New);

        Assert.Equal(1, await world.Get<ReaderPrivacy>().DeleteAsync("scripted", "asker of c", Token));
    }

    [Fact]
    public async Task A_setting_that_takes_the_files_place_without_a_word_is_refused_and_the_file_named()
    {
        await using var record = await RecordAsync();

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, New));

        Assert.Contains($"it may be the one in '{record.File}.key'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_file_is_refused_by_its_name()
    {
        await using var record = await RecordAsync();
        await File.WriteAllTextAsync(record.File + ".key", New, Token);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, ""));

        Assert.StartsWith($"The record was last used with another key than the one in '{record.File}.key',", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_too_short_a_key_is_refused()
    {
        await using var record = new SqliteRig();
        await File.WriteAllTextAsync(record.File + ".key", "c2hvcnQ=", Token);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(record, ""));

        Assert.Contains("is no key", refused.Message, StringComparison.Ordinal);
    }

    private Task<World> StartAsync(SqliteRig record, string key, string previous = "") =>
        World.StartAsync(record, _channel, new ScriptedAnswering(), null, ("Records:Key", key), ("Records:PreviousKey", previous));

    private async Task<SqliteRig> RecordAsync()
    {
        var record = new SqliteRig();
        await using var world = await StartAsync(record, "");
        await world.AnswerAsync(_channel.Question("c", "1", "one"));
        return record;
    }
}
