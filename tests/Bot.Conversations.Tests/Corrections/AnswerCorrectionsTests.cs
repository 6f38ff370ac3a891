using Bot.Conversations.Corrections;
using Bot.Conversations.Tests.Surroundings;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Tests.Corrections;

public sealed class AnswerCorrectionsTests
{
    private const string Five = "The dam broke on Monday. Five people were killed. The river rose.";
    private const string Seven = "The dam broke on Monday. Seven people were killed. The river rose.";

    private static readonly Article Before = Some.Article("dam", Five);

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
    public async Task Notes_articles_that_nobody_cited_many_at_once_and_still_finds_the_one_that_is_cited_among_them()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        Article[] articles = [.. Enumerable.Range(0, 600).Select(number => Some.Article($"news-{number}", $"Number {number} is news.")), Some.Article("dam", Seven)];
        var corrections = world.Get<AnswerCorrections>();

        using var writes = new RecordWrites();
        Assert.Equal(1, await corrections.ObserveAsync(articles, Token));
        Assert.InRange(writes.Count, 1, 5);

        var before = writes.Count;
        articles[300] = Some.Article("news-300", "Number 300 is old.");
        Assert.Equal(0, await corrections.ObserveAsync(articles, Token));
        Assert.Equal(before + 1, writes.Count);
        Assert.Equal(0, await corrections.ObserveAsync(articles, Token));
        Assert.Equal(before + 1, writes.Count);
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
        Assert.Matches(@"^Corrected on [A-Z][a-z]+ \d{1,2}, \d{4}: seven were killed, not five$", words);
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

    [Fact]
    public async Task A_change_that_is_undone_before_a_decision_closes_by_itself_and_opens_again_when_it_comes_back()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, Seven);
        var found = Assert.Single(await FoundAsync(world));

        Assert.Equal(0, await ObserveAsync(world, Five));
        Assert.Empty(await FoundAsync(world));
        Assert.False(await world.Get<AnswerCorrections>().ApproveAsync(found.Id, null, "an editor", Token));
        var closed = Assert.Single(await world.Get<AnswerCorrections>().ListAsync(CorrectionState.Overtaken, 10, Token));
        Assert.Equal(TellingState.Spared, Assert.Single(closed.Tellings).State);

        Assert.Equal(1, await ObserveAsync(world, Seven));
        Assert.Equal((found.Id, TellingState.Waiting), Assert.Single(await FoundAsync(world)) is var again ? (again.Id, again.Tellings[0].State) : default);
    }

    [Fact]
    public async Task A_change_that_is_changed_again_before_a_decision_gives_way_to_the_new_one()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, Seven);
        await ObserveAsync(world, Seven.Replace("Seven", "Eight", StringComparison.Ordinal));

        Assert.Equal("Eight people were killed.", Assert.Single(await FoundAsync(world)).NewWords);
    }

    [Fact]
    public async Task A_withdrawal_that_is_undone_before_a_decision_closes_by_itself()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await world.Get<AnswerCorrections>().ObserveAsync([Before], Token);
        await world.Get<AnswerCorrections>().ObserveAsync([], Token);
        Assert.Equal(3, (await FoundAsync(world)).Count);

        await world.Get<AnswerCorrections>().ObserveAsync([Before], Token);
        Assert.Empty(await FoundAsync(world));
    }

    [Fact]
    public async Task Words_that_change_back_after_they_were_told_are_told_again_each_time()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        var killed = await AskAllAsync(world);
        foreach (var (text, kind) in new[] { (Seven, CorrectionKind.Changed), (Five, CorrectionKind.Restored), (Seven, CorrectionKind.Changed), (Five, CorrectionKind.Restored) })
        {
            Assert.Equal(1, await ObserveAsync(world, text));
            var found = Assert.Single(await FoundAsync(world));
            Assert.Equal((kind, killed), (found.Kind, Assert.Single(found.Tellings).Turn));
            await world.Get<AnswerCorrections>().ApproveAsync(found.Id, null, "an editor", Token);
            await ToldAsync(world, TellingState.Told);
        }

        Assert.Equal(4, _channel.Edits.Count);
        Assert.EndsWith(": the article says again: “Five people were killed.”", _channel.Edits.ElementAt(3).Words, StringComparison.Ordinal);
        Assert.Equal(_channel.Edits.Select(edit => edit.Words), await world.Get<AnswerCorrections>().ToldAsync(killed, Token));
    }

    [Fact]
    public async Task Words_that_change_back_and_forth_undecided_after_they_were_told_need_no_telling()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, Seven);
        await world.Get<AnswerCorrections>().ApproveAsync((await FoundAsync(world))[0].Id, null, "an editor", Token);
        await ToldAsync(world, TellingState.Told);
        await ObserveAsync(world, Five);

        Assert.Equal(0, await ObserveAsync(world, Seven));
        Assert.Empty(await FoundAsync(world));
    }

    [Fact]
    public async Task Words_that_change_back_after_a_minor_edit_are_told_to_nobody()
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await AskAllAsync(world);
        await ObserveAsync(world, Seven);
        await world.Get<AnswerCorrections>().MarkMinorAsync((await FoundAsync(world))[0].Id, "an editor", Token);

        Assert.Equal(0, await ObserveAsync(world, Five));
    }

    [Theory]
    [InlineData("de-AT", "^Berichtigt am [0-9]{1,2}\\. \\w+ [0-9]{4}: im Artikel steht jetzt „Seven people were killed.“, nicht „Five people were killed.“$")]
    [InlineData("es", "^Corregido el [0-9]{1,2} de \\w+ de [0-9]{4}: el artículo dice ahora «Seven")]
    [InlineData("fr-CA", "^Corrigé le [0-9]{1,2} \\w+ [0-9]{4}\u00a0: l’article dit maintenant «\u00a0Seven")]
    [InlineData("ar", "^صُحِّح في [0-9]{1,2} \\w+ [0-9]{4}: ")]
    [InlineData("pt-BR", "^Corrected on ")]
    [InlineData("no tag at all", "^Corrected on ")]
    [InlineData(null, "^Corrected on ")]
    public async Task Tells_a_correction_in_the_readers_language(string? locale, string told)
    {
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await world.AnswerAsync(_channel.Question("b", "e1", "how many") with { Locale = locale });
        await ObserveAsync(world, Seven);
        await world.Get<AnswerCorrections>().ApproveAsync((await FoundAsync(world))[0].Id, null, "an editor", Token);
        await ToldAsync(world, TellingState.Told);

        Assert.Matches(told, Assert.Single(_channel.Edits).Words);
    }

    [Fact]
    public async Task Tells_a_correction_in_the_answers_language_when_the_readers_is_unknown()
    {
        _answering.Script = question => ScriptedAnswering.Quote(Before, 1, question.Text) is var quoted ? quoted with { Answer = quoted.Answer with { Language = "de" } } : quoted;
        await using var record = new SqliteRig();
        await using var world = await StartAsync(record);
        await world.AnswerAsync(_channel.Question("b", "e1", "how many"));
        await ObserveAsync(world, Seven);
        await world.Get<AnswerCorrections>().ApproveAsync((await FoundAsync(world))[0].Id, null, "an editor", Token);
        await ToldAsync(world, TellingState.Told);

        Assert.StartsWith("Berichtigt am ", Assert.Single(_channel.Edits).Words, StringComparison.Ordinal);
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
