using Bot.Answering.Answers;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Tests.Surroundings;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Tests.Records;

public sealed class RecordingTests(SharedPostgres postgres)
{
    private readonly ScriptedChannel _channel = new(recognises: true);
    private readonly ScriptedAnswering _answering = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Outcomes => ["Answered", "Conflicting", "NotStated", "NothingFound", "Smalltalk"];

    [Theory, MemberData(nameof(Outcomes))]
    public void An_answer_reads_back_as_it_was(string outcome)
    {
        var answer = Sample(outcome);
        var (document, versions) = RecordJson.OfAnswer(answer);
        var read = RecordJson.ToAnswer(document, versions.Select(version => ArticleVersion.Read(version.Document)));

        Assert.Equal(document, RecordJson.OfAnswer(read).Document);
        Assert.Equal(answer.GetType(), read.GetType());
        Assert.Equal(answer.Citations.Select(citation => (citation.Id, citation.Number, citation.Quote, citation.Place)), read.Citations.Select(citation => (citation.Id, citation.Number, citation.Quote, citation.Place)));
        Assert.DoesNotContain("dam broke", document.Replace(answer.Text, "", StringComparison.Ordinal).Replace("said:", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_gives_back_the_answer_and_its_trace()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "one"));

        Assert.Equal("Re: one [1]", turn.Answer!.Text);
        Assert.Equal("The dam broke on Monday.", turn.Answer.Citations[0].Quote);
        using var trace = await world.Turns.TraceAsync(turn.Id, Token);
        Assert.Equal("Re: one", trace!.RootElement.GetProperty("Standalone").GetString());
    }

    [Fact]
    public async Task The_record_names_the_prompt_that_had_an_answer_composed()
    {
        _answering.Script = question => ScriptedAnswering.Quote(ScriptedAnswering.Article, 0, question.Text) is var quoted && question.Text == "composed"
            ? quoted with { Trace = quoted.Trace with { PromptVersion = "0123456789ab" } }
            : quoted;
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var composed = await world.AnswerAsync(_channel.Question("c", "1", "composed"));
        var quoted = await world.AnswerAsync(_channel.Question("c", "2", "quoted"));

        Assert.Equal("0123456789ab", composed.PromptVersion);
        Assert.Null(quoted.PromptVersion);
        using var trace = await world.Turns.TraceAsync(composed.Id, Token);
        Assert.Equal("0123456789ab", trace!.RootElement.GetProperty("PromptVersion").GetString());
    }

    [Fact]
    public async Task An_article_that_is_in_use_is_not_read_from_the_record_again()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        var turn = await world.AnswerAsync(_channel.Question("c", "1", "one"));
        var again = await world.Turns.FindAsync(turn.Id, Token);

        Assert.Same(turn.Answer!.Citations[0].Article, again!.Answer!.Citations[0].Article);
    }

    [Fact]
    public async Task Asks_to_try_again_while_the_file_is_locked_and_answers_once_it_is_free()
    {
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        await using (var other = new SqliteConnection($"Data Source={record.File};Pooling=False"))
        {
            await other.OpenAsync(Token);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(Token);
            Assert.IsType<Admission.TryAgain>(await world.Reception.AskAsync(_channel.Question("c", "1", "one"), Token));
        }

        Assert.Equal(TurnState.Delivered, (await world.AnswerAsync(_channel.Question("c", "1", "one"))).State);
        Assert.Single(_channel.Shown);
    }

    [Fact]
    public async Task Loses_nothing_when_the_server_is_gone_and_heals_by_itself()
    {
        var server = await PostgresServer.StartAsync();
        Assert.SkipWhen(server is null, PostgresServer.WhyNot);
        await using var stops = server;
        await using var record = new PostgresRig(await server!.NewDatabaseAsync());
        await using var world = await World.StartAsync(record, _channel, _answering);
        var gate = _answering.Hold("slow");
        var accepted = await world.AskAsync(_channel.Question("c", "1", "slow"));
        await gate.Reached.Task.WaitAsync(Some.Patience);
        await server.StopServerAsync();
        gate.Open.SetResult();
        Assert.IsType<Admission.TryAgain>(await world.Reception.AskAsync(_channel.Question("d", "2", "two"), Token));
        await server.StartServerAsync();

        Assert.Equal(TurnState.Delivered, (await world.SettledAsync(accepted)).State);
        Assert.Equal(TurnState.Delivered, (await world.AnswerAsync(_channel.Question("d", "2", "two"))).State);
        Assert.Equal(["1", "2"], _channel.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task Two_processes_on_one_database_answer_each_turn_once_and_hear_each_other()
    {
        await using var record = await postgres.RigAsync();
        await using var one = await World.StartAsync(record, _channel, _answering);
        await using var two = await World.StartAsync(record, _channel, _answering);
        var gate = _answering.Hold("slow");
        var slow = await one.AskAsync(_channel.Question("a", "slow", "slow"));
        await gate.Reached.Task.WaitAsync(Some.Patience);
        Assert.Equal(Withdrawal.Withdrawn, await two.Reception.CancelAsync("scripted", "slow", Token));
        Assert.Equal(TurnState.Cancelled, (await one.SettledAsync(slow)).State);

        var turns = new List<TurnId>();
        for (var number = 0; number < 20; number++)
        {
            turns.Add(await (number % 2 == 0 ? one : two).AskAsync(_channel.Question($"c{number % 4}", $"{number}", $"{number}")));
        }

        foreach (var turn in turns)
        {
            Assert.Equal(TurnState.Delivered, (await two.SettledAsync(turn)).State);
        }

        Assert.Equal(20, _channel.Tries.Count);
    }

    [Fact]
    public async Task Apologises_after_the_last_attempt_when_answering_keeps_failing()
    {
        _answering.Failures = 5;
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering, null, ("Turns:MostAttempts", "2"));

        Assert.Equal(TurnState.Apologised, (await world.AnswerAsync(_channel.Question("c", "1", "one"))).State);
        Assert.Equal(ApologyReason.Failed, Assert.IsType<Said.Apology>(Assert.Single(_channel.Shown).Said).Reason);
        Assert.Equal(2, _answering.Asked.Count);
    }

    [Fact]
    public async Task Sends_again_what_the_channel_refused_for_a_while_and_gives_up_what_it_refused_for_good()
    {
        _channel.RecognisesRepeats = false;
        await using var record = new SqliteRig();
        await using var world = await World.StartAsync(record, _channel, _answering);
        _channel.RefuseNext(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TurnState.Delivered, (await world.AnswerAsync(_channel.Question("c", "1", "one"))).State);
        _channel.RefuseNext(null);
        Assert.Equal(TurnState.Failed, (await world.AnswerAsync(_channel.Question("c", "2", "two"))).State);
        Assert.Equal(["1"], _channel.Shown.Select(shown => shown.EventId));
    }

    [Fact]
    public async Task A_channel_keeps_its_values_across_a_restart_and_one_of_two_writers_wins()
    {
        await using var record = new SqliteRig();
        await using (var world = await World.StartAsync(record, _channel, _answering))
        {
            await world.Get<ChannelState>().SetAsync("scripted", "session", "1", Token);
        }

        await using var restarted = await World.StartAsync(record, _channel, _answering);
        var state = restarted.Get<ChannelState>();
        Assert.True(await state.TrySetAsync("scripted", "session", "1", "2", Token));
        Assert.False(await state.TrySetAsync("scripted", "session", "1", "3", Token));
        Assert.Equal("2", await state.GetAsync("scripted", "session", Token));
    }

    [Fact]
    public async Task Names_every_wrong_setting_at_start()
    {
        await using var record = new SqliteRig();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => World.StartAsync(
            record, _channel, _answering, null, ("Records:Postgres", "nonsense"), ("Records:RetainFor", "00:00:01"), ("Records:Key", "short")));

        Assert.Contains("Records:Postgres is no connection string", error.Message, StringComparison.Ordinal);
        Assert.Contains("RetainFor", error.Message, StringComparison.Ordinal);
        Assert.Contains("Records:Key must be at least 32 bytes", error.Message, StringComparison.Ordinal);
    }

    private static Answer Sample(string outcome)
    {
        var article = Some.Article("dam", "The dam broke on Monday. Five people were killed.") with { Published = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), Source = new("https://example.org/dam") };
        var passage = PassageSplitter.Split(article)[0];
        var (words, field) = (Citation.Of(passage, passage.Sentences[0]) with { Number = 1 }, Citation.Of(article, ArticleField.Published) with { Number = 2 });
        var making = new Making("a-model") { Degraded = true, Repaired = 1, Elapsed = TimeSpan.FromMilliseconds(12) };
        return outcome switch
        {
            "Answered" => new Answer.Answered { Text = "It broke. [1][2]", Language = "en", Making = making, Short = "Monday", Confidence = 0.5, Claims = [new("It broke.", [words, field])], Suggestions = ["Who?"] },
            "Conflicting" => new Answer.Conflicting { Text = "Both. [1]", Language = "en", Making = making, Sides = [new("One.", [words])] },
            "NotStated" => new Answer.NotStated { Text = "No.", Language = "en", Making = making, Closest = [new(words with { Number = 0 })] },
            "NothingFound" => new Answer.NothingFound { Text = "Nothing.", Language = "en", Making = making },
            _ => new Answer.Smalltalk { Text = "Hello.", Language = "en", Making = making },
        };
    }
}
