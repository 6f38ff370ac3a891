using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Tests.Working;

/// <summary>What a reader hears whose answer was being sent, by a channel that recognises no repeats, when Bot was killed.</summary>
public sealed class InterruptedDeliveryTests
{
    private readonly ScriptedChannel _channel = new(recognises: false);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_who_may_miss_an_answer_is_told_to_ask_again_and_no_answer_is_sent_twice()
    {
        await using var record = new SqliteRig();
        var turn = await KilledAsync(record);
        await using var world = await World.StartAsync(record, _channel, _answering);
        Assert.Equal(TurnState.Uncertain, (await world.SettledAsync(turn)).State);
        await world.AnswerAsync(_channel.Question("c", "2", "next"));

        Assert.Equal(ApologyReason.Interrupted, Assert.IsType<Said.Apology>(_channel.Shown.First().Said).Reason);
        Assert.Equal(["1", "2"], _channel.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task Words_that_cannot_be_told_hold_nobody_up()
    {
        await using var record = new SqliteRig();
        var turn = await KilledAsync(record);
        _channel.RefuseNext(TimeSpan.FromDays(1));
        await using var world = await World.StartAsync(record, _channel, _answering);
        await world.SettledAsync(turn);
        await world.AnswerAsync(_channel.Question("c", "2", "next"));

        Assert.Equal(["2"], _channel.Shown.Select(shown => shown.EventId));
    }

    // As SIGKILL leaves it: about to be sent, and no more.
    private async Task<TurnId> KilledAsync(SqliteRig record)
    {
        var gate = _answering.Hold("slow");
        await using var world = await World.StartAsync(record, _channel, _answering, null, ("Turns:DrainFor", "00:00:00"));
        var turn = await world.AskAsync(_channel.Question("c", "1", "slow"));
        await gate.Reached.Task.WaitAsync(Some.Patience, Stop);
        await world.StopAsync();
        gate.Open.SetResult();
        await world.Get<RecordStore>().WriteAsync(
            (context, token) => context.Turns.ExecuteUpdateAsync(row => row.SetProperty(found => found.State, TurnState.Delivering), token), Stop);
        return turn;
    }
}
