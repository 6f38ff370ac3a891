using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Conformance;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Channels;

/// <summary>What processes that share the record agree on.</summary>
public sealed class ChannelLocksTests(SharedPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_two_processes_one_has_a_lock_and_the_other_when_it_is_gone(bool shared)
    {
        await using var record = await RecordAsync(shared);
        await using var other = await StartAsync(record);
        ChannelLock? taken;
        await using (var first = await StartAsync(record))
        {
            taken = await first.Get<ChannelLocks>().TryTakeAsync("discord", "shard/0", Stop);

            // With SQLite the first process that works the record has all locks.
            var (holder, waiting) = taken is null ? (other, first) : (first, other);
            taken ??= await other.Get<ChannelLocks>().TryTakeAsync("discord", "shard/0", Stop);
            Assert.NotNull(taken);
            Assert.Null(await waiting.Get<ChannelLocks>().TryTakeAsync("discord", "shard/0", Stop));
            Assert.False(taken.Lost.IsCancellationRequested);
            await using var again = await holder.Get<ChannelLocks>().TryTakeAsync("discord", "shard/1", Stop);
            Assert.NotNull(again);
        }

        await using var afterwards = await other.Get<ChannelLocks>().TryTakeAsync("discord", "shard/0", Stop);
        Assert.NotNull(afterwards);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_value_is_set_by_who_knows_what_it_was(bool shared)
    {
        await using var record = await RecordAsync(shared);
        await using var world = await StartAsync(record);
        var state = world.Get<ChannelState>();
        var set = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => state.TrySetAsync("discord", "key", null, $"{number}", Stop)));
        Assert.Single(set, won => won);
        Assert.False(await state.TrySetAsync("discord", "key", "something else", "9", Stop));
        Assert.True(await state.TrySetAsync("discord", "key", $"{Array.IndexOf(set, true)}", "9", Stop));
        Assert.Equal("9", await state.GetAsync("discord", "key", Stop));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_is_to_be_done_once_is_done_by_one_of_many(bool shared)
    {
        await using var record = await RecordAsync(shared);
        await using var here = await StartAsync(record);
        await using var there = await StartAsync(record);
        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? here : there).Get<ChannelState>().TryRememberAsync("discord", "told", $"{number}", Stop)));
        Assert.Single(first, one => one);
        Assert.Equal($"{Array.IndexOf(first, true)}", await here.Get<ChannelState>().GetAsync("discord", "told", Stop));
        await here.Get<ChannelState>().RememberAsync("discord", "told", null, Stop);
        Assert.True(await there.Get<ChannelState>().TryRememberAsync("discord", "told", "again", Stop));
    }

    private static Task<World> StartAsync(IRecordRig record) => World.StartAsync(record, new ScriptedChannel(recognises: true), new ScriptedAnswering());

    private async Task<IRecordRig> RecordAsync(bool shared) => shared ? await postgres.RigAsync() : new SqliteRig();
}
