using Bot.Conversations.Channels;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

public sealed class IdentifySlotsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_share_the_record_begin_sessions_of_one_turn_apart()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, new ScriptedChannel(recognises: true), new ScriptedAnswering());
        var time = new FakeTimeProvider();
        IdentifySlots one = new(world.Get<ChannelState>(), time), other = new(world.Get<ChannelState>(), time);
        Assert.Equal(time.Start, await one.TakeAsync(new(0, 4), 2, Stop));
        Assert.Equal(time.Start, await other.TakeAsync(new(1, 4), 2, Stop));
        Assert.Equal(time.Start.AddMilliseconds(5_100), await other.TakeAsync(new(2, 4), 2, Stop));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(time.Start.AddMilliseconds(10_200), await one.TakeAsync(new(0, 4), 2, Stop));
    }

    [Fact]
    public async Task Shards_that_ask_at_once_get_a_moment_each()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, new ScriptedChannel(recognises: true), new ScriptedAnswering());
        var time = new FakeTimeProvider();
        var waits = await Task.WhenAll(Enumerable.Range(0, 8).Select(id => new IdentifySlots(world.Get<ChannelState>(), time).TakeAsync(new(id, 8), 1, Stop)));
        Assert.Equal(Enumerable.Range(0, 8).Select(place => time.Start.AddMilliseconds(place * 5_100)), waits.Order());
    }

    [Fact]
    public async Task A_clock_that_went_wrong_holds_nobody_up()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, new ScriptedChannel(recognises: true), new ScriptedAnswering());
        await new IdentifySlots(world.Get<ChannelState>(), new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(90))).TakeAsync(new(0, 1), 1, Stop);
        var time = new FakeTimeProvider();
        Assert.Equal(time.Start, await new IdentifySlots(world.Get<ChannelState>(), time).TakeAsync(new(0, 1), 1, Stop));
    }
}
