using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Conversations.Tests.Conformance;

/// <summary>What every channel must bear, on every database. A channel's own tests inherit it.</summary>
public abstract class ChannelConformanceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ScriptedAnswering _answering = new();

    protected abstract IChannelRig NewChannel();

    protected abstract Task<IRecordRig> NewRecordAsync();

    [Fact]
    public async Task Answers_the_turns_of_a_conversation_in_order()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);
        var first = _answering.Hold("one");
        var turns = new List<TurnId>();
        foreach (var text in new[] { "one", "two", "three" })
        {
            turns.Add(await world.AskAsync(rig.Question("c", text, text)));
        }

        await first.Reached.Task.WaitAsync(Some.Patience);
        first.Open.SetResult();
        foreach (var turn in turns)
        {
            Assert.Equal(TurnState.Delivered, (await world.SettledAsync(turn)).State);
        }

        Assert.Equal(["one", "two", "three"], rig.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task Answers_different_conversations_side_by_side()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);
        var slow = _answering.Hold("slow");
        var held = await world.AskAsync(rig.Question("a", "1", "slow"));
        await slow.Reached.Task.WaitAsync(Some.Patience);

        Assert.Equal(TurnState.Delivered, (await world.AnswerAsync(rig.Question("b", "2", "quick"))).State);
        slow.Open.SetResult();
        await world.SettledAsync(held);
    }

    [Fact]
    public async Task Answers_an_event_once_that_comes_five_times_by_four_connections()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);
        var admissions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.AdmitAsync(rig.Question("c", "same", "hello")))));

        var turn = await world.AskAsync(rig.Question("c", "same", "hello"));
        Assert.InRange(admissions.OfType<Admission.Accepted>().Count(), 0, 1);
        Assert.All(admissions, admission => Assert.True(admission == new Admission.Accepted(turn) || admission == new Admission.Repeated(turn), $"{admission}"));
        await world.SettledAsync(turn);
        await world.AnswerAsync(rig.Question("c", "next", "next"));
        Assert.Equal(["same", "next"], rig.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task Shows_no_answer_to_a_question_that_is_withdrawn_in_mid_answer()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);
        var gate = _answering.Hold("slow");
        var turn = await world.AskAsync(rig.Question("c", "1", "slow"));
        await gate.Reached.Task.WaitAsync(Some.Patience);

        Assert.Equal(Withdrawal.Withdrawn, await world.Reception.CancelAsync(rig.Channel.Name, "1", CancellationToken.None));
        Assert.Equal(TurnState.Cancelled, (await world.SettledAsync(turn)).State);
        await world.AnswerAsync(rig.Question("c", "2", "edited"));
        Assert.Equal(["2"], rig.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task Cannot_withdraw_what_is_answered()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);
        await world.AnswerAsync(rig.Question("c", "1", "hello"));

        Assert.Equal(Withdrawal.TooLate, await world.Reception.CancelAsync(rig.Channel.Name, "1", CancellationToken.None));
        Assert.Equal(Withdrawal.Unknown, await world.Reception.CancelAsync(rig.Channel.Name, "2", CancellationToken.None));
    }

    [Fact]
    public async Task Apologises_once_when_the_deadline_comes_before_the_answer()
    {
        var rig = NewChannel();
        var time = new FakeTimeProvider(Noon);
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig, time);
        var gate = _answering.Hold("slow");
        var turn = await world.AskAsync(rig.Question("c", "1", "slow") with { Deadline = Noon.AddSeconds(20) });
        await gate.Reached.Task.WaitAsync(Some.Patience);
        time.Advance(TimeSpan.FromSeconds(18));

        Assert.Equal(TurnState.Apologised, (await world.SettledAsync(turn)).State);
        Assert.Equal(ApologyReason.TooLate, Assert.IsType<Said.Apology>(Assert.Single(rig.Shown).Said).Reason);
    }

    [Fact]
    public async Task Apologises_after_a_restart_when_the_deadline_has_passed_and_stays_private()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        TurnId turn;
        await using (var world = await StartAsync(record, rig, new FakeTimeProvider(Noon), ("Turns:DrainFor", "00:00:00")))
        {
            var gate = _answering.Hold("slow");
            var question = rig.Question("c", "1", "slow");
            turn = await world.AskAsync(question with { Deadline = Noon.AddMinutes(15), Place = question.Place with { Private = true } });
            await gate.Reached.Task.WaitAsync(Some.Patience);
        }

        await using var restarted = await StartAsync(record, rig, new FakeTimeProvider(Noon.AddMinutes(16)));
        Assert.Equal(TurnState.Apologised, (await restarted.SettledAsync(turn)).State);
        var shown = Assert.Single(rig.Shown);
        Assert.True(shown.Private);
        Assert.IsType<Said.Apology>(shown.Said);
    }

    [Fact]
    public async Task Refuses_a_question_that_is_too_long()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);

        Assert.Equal(new Admission.WrongLength(2000), await world.Reception.AskAsync(rig.Question("c", "1", new string('x', 2001)), CancellationToken.None));
        Assert.Equal(new Admission.WrongLength(2000), await world.Reception.AskAsync(rig.Question("c", "2", " "), CancellationToken.None));
    }

    [Fact]
    public async Task Names_the_waiting_time_to_whom_asks_too_fast_and_forgives_it_after_the_wait_only()
    {
        var rig = NewChannel();
        var time = new FakeTimeProvider(Noon);
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig, time, ("Turns:PerAsker", "2"));

        // Each is shown before the clock goes on: a delivery under way would be too late at once, and wait for a clock that stands still.
        await world.AnswerAsync(rig.Question("c", "1", "one"));
        time.Advance(TimeSpan.FromSeconds(20));
        await world.AnswerAsync(rig.Question("c", "2", "two"));

        Assert.Equal(
            new Admission.TooFast(LimitedBy.Asker, TimeSpan.FromSeconds(40)),
            await world.Reception.AskAsync(rig.Question("c", "3", "three"), CancellationToken.None));
        await world.AnswerAsync(rig.Question("other", "4", "four"));
        time.Advance(TimeSpan.FromSeconds(40));
        await world.AnswerAsync(rig.Question("c", "3", "three"));
    }

    [Fact]
    public async Task Shows_an_answer_once_when_the_word_of_its_delivery_is_lost()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        await using var world = await StartAsync(record, rig);
        rig.LoseNextReceipt();
        var settled = await world.AnswerAsync(rig.Question("c", "1", "hello"));

        Assert.Equal(rig.RecognisesRepeats ? TurnState.Delivered : TurnState.Uncertain, settled.State);
        Assert.Single(rig.Shown);
        Assert.Equal(rig.RecognisesRepeats ? 0 : 1, (await world.Turns.AttentionAsync(10, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task Finishes_after_a_restart_what_a_shutdown_stopped_in_mid_answer()
    {
        var rig = NewChannel();
        await using var record = await NewRecordAsync();
        var gate = _answering.Hold("slow");
        TurnId[] turns;
        await using (var world = await StartAsync(record, rig, null, ("Turns:DrainFor", "00:00:00")))
        {
            turns = [await world.AskAsync(rig.Question("c", "1", "slow")), await world.AskAsync(rig.Question("c", "2", "next"))];
            await gate.Reached.Task.WaitAsync(Some.Patience);
            await world.StopAsync();
            Assert.IsType<Admission.TryAgain>(await world.Reception.AskAsync(rig.Question("c", "3", "late"), CancellationToken.None));
        }

        gate.Open.SetResult();
        await using var restarted = await StartAsync(record, rig);
        foreach (var turn in turns)
        {
            Assert.Equal(TurnState.Delivered, (await restarted.SettledAsync(turn)).State);
        }

        Assert.Equal(["1", "2"], rig.Shown.Select(shown => shown.EventId));
    }

    private Task<World> StartAsync(IRecordRig record, IChannelRig rig, TimeProvider? time = null, params (string, string)[] settings) =>
        World.StartAsync(record, rig.Channel, _answering, time, settings);
}
