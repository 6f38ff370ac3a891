using Bot.Conversations.Corrections;
using Bot.Conversations.Tests.Surroundings;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Tests.Corrections;

public sealed class AnswerCorrectionsTests
{
    private static readonly Article Before = Some.Article("dam", "The dam broke on Monday. Five people were killed. The river rose.");

    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new()
    {
        Script = question => ScriptedAnswering.Quote(Before, question.Text switch { "when" => 0, "how many" => 1, _ => 2 }, question.Text),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_exactly_the_answers_that_cite_the_number_that_changed()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        var killed = await AskAllAsync(world);

        Assert.Equal(1, await ObserveAsync(world, "The dam broke on Monday. Seven people were killed. The river rose."));
        var correction = Assert.Single(await FoundAsync(world));
        Assert.Equal(("Five people were killed.", "Seven people were killed."), (correction.OldWords, correction.NewWords));
        var telling = Assert.Single(correction.Tellings);
        Assert.Equal((killed, "m-e1", "scripted"), (telling.Turn, telling.MessageId, telling.Channel));
    }

    [Fact]
    public async Task Lists_nothing_when_a_comma_of_a_sentence_that_nobody_cited_changed()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await world.AnswerAsync(_channel.Question("c", "e", "how many"));

        Assert.Equal(0, await ObserveAsync(world, "The dam broke, on Monday. Five people were killed. The river rose."));
        Assert.Empty(await FoundAsync(world));
    }

    [Fact]
    public async Task Lists_nothing_when_a_sentence_moved()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);

        Assert.Equal(0, await ObserveAsync(world, "Five people were killed. The river rose. The dam broke on Monday."));
    }

    [Fact]
    public async Task Lists_a_change_once_and_an_answer_that_was_under_way_later()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await world.AnswerAsync(_channel.Question("a", "e1", "how many"));
        const string After = "The dam broke on Monday. Seven people were killed. The river rose.";
        await ObserveAsync(world, After);
        Assert.Equal(0, await ObserveAsync(world, After));

        await world.AnswerAsync(_channel.Question("b", "e2", "how many"));
        Assert.Equal(1, await ObserveAsync(world, After));
        Assert.Equal(2, Assert.Single(await FoundAsync(world)).Tellings.Length);
    }

    [Fact]
    public async Task Tells_an_approved_correction_once_also_across_a_restart()
    {
        await using var record = new SqliteRig();
        await using (var world = await StartAsync(record))
        {
            await AskAllAsync(world);
            await ObserveAsync(world, "The dam broke on Monday. Seven people were killed. The river rose.");
            Assert.True(await world.Get<AnswerCorrections>().ApproveAsync((await FoundAsync(world))[0].Id, "seven were killed, not five", "an editor", Token));
            await ToldAsync(world, TellingState.Told);
        }

        await using var restarted = await StartAsync(record);
        await ToldAsync(restarted, TellingState.Told);
        var (message, words) = Assert.Single(_channel.Edits);
        Assert.Equal("m-e1", message);
        Assert.Matches(@"^Corrected on \d{4}-\d\d-\d\d: seven were killed, not five$", words);
    }

    [Fact]
    public async Task Tells_at_most_once_where_repeats_are_not_recognised_and_lists_it_as_uncertain()
    {
        _channel.RecognisesRepeats = false;
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, "The dam broke on Monday. Seven people were killed. The river rose.");
        _channel.LoseNextReceipt();
        await world.Get<AnswerCorrections>().ApproveAsync((await FoundAsync(world))[0].Id, null, "an editor", Token);
        await ToldAsync(world, TellingState.Uncertain);

        Assert.Single(_channel.Edits);
    }

    [Fact]
    public async Task Lists_who_can_no_longer_be_told()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, "The dam broke on Monday. Seven people were killed. The river rose.");
        _channel.RefuseNextEdit = true;
        await world.Get<AnswerCorrections>().ApproveAsync((await FoundAsync(world))[0].Id, null, "an editor", Token);

        await ToldAsync(world, TellingState.Unreachable);
    }

    [Fact]
    public async Task Tells_nobody_of_a_minor_edit()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, "The dam broke on Monday. Five persons were killed. The river rose.");
        Assert.True(await world.Get<AnswerCorrections>().MarkMinorAsync((await FoundAsync(world))[0].Id, "an editor", Token));

        var minor = Assert.Single(await world.Get<AnswerCorrections>().ListAsync(CorrectionState.Minor, 10, Token));
        Assert.Equal(TellingState.Spared, Assert.Single(minor.Tellings).State);
        Assert.False(await world.Get<AnswerCorrections>().ApproveAsync(minor.Id, null, "an editor", Token));
    }

    [Fact]
    public async Task Lists_every_answer_of_an_article_that_is_withdrawn_or_gone()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await world.Get<AnswerCorrections>().ObserveAsync([Before], Token);

        Assert.Equal(3, await world.Get<AnswerCorrections>().ObserveAsync([Before with { Status = ArticleStatus.Withdrawn }], Token));
        Assert.Equal(0, await world.Get<AnswerCorrections>().ObserveAsync([], Token));
        Assert.All(await FoundAsync(world), correction => Assert.Equal(CorrectionKind.Withdrawn, correction.Kind));
    }

    private Task<World> StartAsync(SqliteRig record) => World.StartAsync(record, _channel, _answering, null, ("Turns:SweepEvery", "00:00:00.1"));

    private async Task<Bot.Conversations.Records.TurnId> AskAllAsync(World world)
    {
        await world.AnswerAsync(_channel.Question("a", "e0", "when"));
        var killed = await world.AnswerAsync(_channel.Question("b", "e1", "how many"));
        await world.AnswerAsync(_channel.Question("c", "e2", "the river"));
        return killed.Id;
    }

    private static Task<int> ObserveAsync(World world, string text) => world.Get<AnswerCorrections>().ObserveAsync([Some.Article("dam", text)], Token);

    private static async Task<IReadOnlyList<Bot.Conversations.Corrections.Correction>> FoundAsync(World world) => await world.Get<AnswerCorrections>().ListAsync(CorrectionState.Found, 10, Token);

    private static async Task ToldAsync(World world, TellingState state)
    {
        using var patience = new CancellationTokenSource(Some.Patience);
        while ((await world.Get<AnswerCorrections>().ListAsync(CorrectionState.Approved, 10, patience.Token))[0].Tellings[0].State != state)
        {
            await Task.Yield();
        }
    }
}
