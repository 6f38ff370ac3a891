using Bot.Conversations.Asking;
using Bot.Conversations.Feedback;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records;

/// <summary>Answers that were shown and are no longer.</summary>
public sealed class TakenBackTests
{
    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_a_turn_by_its_event_with_what_its_message_is_called()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "one"));

        var found = await world.Turns.FindAsync(_channel.Name, "1", Token);
        Assert.Equal((turn.Id, "m-1"), (found!.Id, found.MessageId));
        Assert.Null(await world.Turns.FindAsync(_channel.Name, "2", Token));
        Assert.Null(await world.Turns.FindAsync("other", "1", Token));
    }

    [Fact]
    public async Task Counts_no_more_among_what_was_said()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "one"));
        await world.AnswerAsync(_channel.Question("c", "2", "two"));
        Assert.NotEmpty(_answering.Asked.Last().History);

        Assert.Equal(Withdrawal.TooLate, await world.Reception.CancelAsync(_channel.Name, "1", Token));
        Assert.True(await world.Reception.TakenBackAsync(turn.Id, Token));
        Assert.False(await world.Reception.TakenBackAsync(turn.Id, Token));
        await world.AnswerAsync(_channel.Question("c", "3", "three"));

        Assert.Equal(["two", "Re: two"], _answering.Asked.Last().History.Select(said => said.Text));
        Assert.False(await world.Get<ReaderFeedback>().GiveAsync(_channel.Name, "c", "m-1", "me", up: true, null, Token));
        Assert.True(await world.Get<ReaderFeedback>().GiveAsync(_channel.Name, "c", "m-2", "me", up: true, null, Token));
    }
}
