using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Conversations.Transcripts;
using Bot.Conversations.Working;

namespace Bot.Conversations.Tests.Records;

public sealed class DoubtTests
{
    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_in_doubt_is_not_worked_although_the_record_has_it()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var (book, doubts) = (world.Get<ReceptionBook>(), world.Get<Doubts>());
        var turn = await book.RowAsync(_channel.Question("c", "1", "one"), Token);
        doubts.Begin(turn.Id);
        await book.AdmitAsync(turn, null, Token);

        Assert.Null(await world.Get<TurnLedger>().ClaimAsync(turn.Conversation, Token));
        Assert.Equal(TurnState.Recorded, (await world.Turns.FindAsync(new(turn.Id), Token))!.State);
    }

    [Fact]
    public async Task The_next_question_of_the_conversation_waits_for_the_doubt_and_is_answered_without_it()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var (book, doubts) = (world.Get<ReceptionBook>(), world.Get<Doubts>());
        var turn = await book.RowAsync(_channel.Question("c", "1", "one"), Token);
        doubts.Begin(turn.Id);
        await book.AdmitAsync(turn, null, Token);
        var next = await world.AskAsync(_channel.Question("c", "2", "two"));
        await world.AnswerAsync(_channel.Question("d", "3", "of another conversation, later"));
        Assert.Equal(["3"], _channel.Shown.Select(shown => shown.EventId));
        await book.ForgetAsync(turn, null, Token);
        doubts.End(turn.Id);

        Assert.Equal(TurnState.Delivered, (await world.SettledAsync(next)).State);
        Assert.Equal(["3", "2"], _channel.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task What_is_forgotten_is_gone_for_whoever_answers_it_and_can_be_asked_again()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var book = world.Get<ReceptionBook>();
        var gate = _answering.Hold("slow");
        var turn = await book.RowAsync(_channel.Question("c", "1", "slow"), Token);
        await book.AdmitAsync(turn, new("echo", "slow"), Token);
        world.Get<ConversationWorkers>().Wake(turn.Conversation, WakeCause.Told);
        await gate.Reached.Task.WaitAsync(Some.Patience, Token);
        await book.ForgetAsync(turn, new("echo", "slow"), Token);
        var again = await world.AskAsync(_channel.Question("c", "1", "again"));
        gate.Open.SetResult();

        Assert.Equal("Re: again [1]", (await world.SettledAsync(again)).Answer!.Text);
        Assert.Single(_channel.Shown);
        Assert.Null(await world.Turns.FindAsync(new(turn.Id), Token));
        Assert.Empty(await world.Get<RecordedTranscripts>().ReadAsync("scripted", "c", 0, 10, Token));
    }

    [Fact]
    public async Task What_was_acknowledged_when_it_came_again_is_not_forgotten()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var book = world.Get<ReceptionBook>();
        var turn = await book.RowAsync(_channel.Question("c", "1", "one"), Token);
        await book.AdmitAsync(turn, null, Token);
        Assert.IsType<Admission.Repeated>(await world.Reception.AskAsync(_channel.Question("c", "1", "one"), Token));
        await book.ForgetAsync(turn, null, Token);

        Assert.Equal(TurnState.Delivered, (await world.SettledAsync(new(turn.Id))).State);
    }
}
