using System.Text.Json;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations;
using Bot.Conversations.Answering;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Corrections;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Cli.Tests;

/// <summary>The commands of editors over a record that a host kept in a SQLite file.</summary>
public sealed class RecordTests : IDisposable
{
    private const string Before = "The bridge fell on Monday. Five people were hurt.";
    private const string After = "The bridge fell on Monday. Seven people were hurt.";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public RecordTests() => WriteArticle(Before);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Feedback_is_listed_with_the_answer_it_is_about()
    {
        var answer = await KeepAsync("How many were hurt?", up: false, "seven, not five");

        Assert.Equal(ExitCode.Done, await RunAsync("feedback"));

        var row = _output.ToString().Split('\n')[1].Split('\t');
        Assert.Equal([answer.ToString(), "down", "seven, not five", "How many were hurt?", "Five people were hurt. [1]"], [row[0], .. row[2..]]);
    }

    [Fact]
    public async Task Feedback_is_listed_without_the_records_key()
    {
        await KeepAsync("How many were hurt?", up: false, "seven, not five");
        _folder.Write("appsettings.json", $$"""{ "Records": { "Key": "{{Convert.ToBase64String(new byte[32])}}" } }""");

        Assert.Equal(ExitCode.Done, await RunAsync("feedback"));

        Assert.Contains("seven, not five", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_bad_feedback_is_listed_when_that_is_asked()
    {
        await KeepAsync("How many were hurt?", up: true, null);
        var bad = await KeepAsync("How many were hurt then?", up: false, null);

        Assert.Equal(ExitCode.Done, await RunAsync("feedback", "--down", "--json"));

        var line = Assert.Single(Lines());
        Assert.Equal((bad.ToString(), false), (line.GetProperty("id").GetString(), line.GetProperty("up").GetBoolean()));
    }

    [Fact]
    public async Task A_bad_answer_becomes_a_test_case()
    {
        var answer = await KeepAsync("How many were hurt?", up: false, "seven\u001b[31m, not five");

        Assert.Equal(ExitCode.Done, await RunAsync("feedback", "--to-test", answer.ToString()));

        Assert.StartsWith("# A reader: seven, not five\n- question: \"How many were hurt?\"\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("- not-contains: \"Five people were hurt.\"\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_test_case_of_a_bad_answer_can_be_run_as_it_is_and_fails_while_the_answer_is_the_same()
    {
        var answer = await KeepAsync("How many people were hurt?", up: false, "seven, not five: \"seven\"");
        await RunAsync("feedback", "--to-test", answer.ToString());
        _folder.Write("bad.yaml", _output.ToString());

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("test", "bad.yaml"));
        WriteArticle(After);
        Assert.Equal(ExitCode.Done, await RunAsync("test", "bad.yaml"));
    }

    [Fact]
    public async Task An_answer_that_the_record_does_not_have_is_named()
    {
        await KeepAsync("How many were hurt?", up: null, null);

        Assert.Equal(ExitCode.Error, await RunAsync("feedback", "--to-test", "AZqv3kPucLqbV0eHt1xkUg"));

        Assert.Contains("no answer 'AZqv3kPucLqbV0eHt1xkUg'", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_questions_are_listed_together_when_their_words_are_alike()
    {
        await KeepAsync("Who is the mayor of Springfield?", up: null, null, answered: false);
        await KeepAsync("Springfield's mayor, who is it?", up: null, null, answered: false);

        Assert.Equal(ExitCode.Done, await RunAsync("unanswered"));
        Assert.Matches(@"^2× Springfield's mayor, who is it\? \d{4}-\d\d-\d\d\n    Who is the mayor of Springfield\?\n$", _output.ToString());

        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await RunAsync("unanswered", "--json"));
        Assert.Equal(2, Assert.Single(Lines()).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task An_edit_of_cited_words_is_listed_with_old_and_new_words_and_where_they_were_shown()
    {
        var answer = await KeepAsync("How many were hurt?", up: null, null);
        WriteArticle(After);

        Assert.Equal(ExitCode.Done, await RunAsync("corrections"));
        Assert.Contains("was    “Five people were hurt.”\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("now    “Seven people were hurt.”\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"shown  page message-1 (answer {answer})\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_open_while_the_articles_read_as_they_were_cited()
    {
        await KeepAsync("How many were hurt?", up: null, null);

        Assert.Equal(ExitCode.Done, await RunAsync("corrections"));

        Assert.Equal("There are no open corrections.\n", _output.ToString());
    }

    [Theory]
    [InlineData("approve", "--wording", "seven were hurt")]
    [InlineData("minor")]
    public async Task A_correction_is_decided_once(string decision, params string[] options)
    {
        await KeepAsync("How many were hurt?", up: null, null);
        WriteArticle(After);
        await RunAsync("corrections", "--json");
        var id = Assert.Single(Lines()).GetProperty("id").GetString()!;

        Assert.Equal(ExitCode.Done, await RunAsync(["corrections", decision, id, .. options]));
        Assert.Equal(ExitCode.Error, await RunAsync(["corrections", decision, id, .. options]));

        Assert.Contains($"no open correction '{id}'", _errors.ToString(), StringComparison.Ordinal);
        _output.GetStringBuilder().Clear();
        await RunAsync("corrections", "--json");
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task The_host_is_left_the_wording_that_an_editor_approved()
    {
        await KeepAsync("How many were hurt?", up: null, null);
        WriteArticle(After);
        await RunAsync("corrections", "--json");
        await RunAsync("corrections", "approve", Assert.Single(Lines()).GetProperty("id").GetString()!, "--wording", "seven were hurt");

        using var host = HostOf(Some.Asked(Some.NothingFound()));
        var approved = Assert.Single(await host.Services.GetRequiredService<AnswerCorrections>().ListAsync(CorrectionState.Approved, 10, Token));
        Assert.Equal("seven were hurt", approved.Wording);
        Assert.Equal(TellingState.Waiting, Assert.Single(approved.Tellings).State);
    }

    [Fact]
    public async Task An_article_that_cannot_be_read_does_not_count_as_withdrawn()
    {
        _folder.Write("knowledge/plums.md", "# Plums\n\nThey are ripe.\n");
        await KeepAsync("How many were hurt?", up: null, null);
        await RunAsync("corrections");
        File.WriteAllText(Path.Combine(_folder.Path, "knowledge/bridge.md"), "---\ntitle: [\n---\nIt fell.\n");
        _output.GetStringBuilder().Clear();

        Assert.Equal(ExitCode.Done, await RunAsync("corrections"));

        Assert.Equal("There are no open corrections.\n", _output.ToString());
        Assert.Contains("were not looked through", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_named_and_not_made()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("feedback"));

        Assert.Contains($"no record '{Path.Combine(_folder.Path, "data", "record.db")}'", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data")));
    }

    [Fact]
    public async Task Asking_leaves_the_record_alone_whatever_its_settings()
    {
        _folder.Write("appsettings.json", """{ "Records": { "Path": "", "Key": "short" } }""");

        Assert.Equal(ExitCode.Done, await RunAsync("ask", "When did the bridge fall?"));
        Assert.Equal(ExitCode.Error, await RunAsync("feedback"));

        Assert.Contains("Settings: Records:Key", _errors.ToString(), StringComparison.Ordinal);
    }

    private void WriteArticle(string text) => _folder.Write("knowledge/bridge.md", $"---\ntitle: A bridge falls\nlanguage: en\n---\n{text}\n");

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));

    private JsonElement[] Lines() =>
        [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Has a host answer a question, and a reader judge the answer.</summary>
    private async Task<TurnId> KeepAsync(string question, bool? up, string? reason, bool answered = true)
    {
        using var host = HostOf(answered ? Quote() : Some.Asked(Some.NothingFound()));
        await host.StartAsync(Token);
        var reception = host.Services.GetRequiredService<Reception>();
        var admission = await reception.AskAsync(
            new() { Channel = "page", EventId = question, Conversation = question, Asker = "reader", Text = question, Place = new("here", Private: false) },
            Token);
        var turn = Assert.IsType<Admission.Accepted>(admission).Turn;
        await foreach (var happened in reception.WatchAsync(turn, Token))
        {
            if (happened is TurnEvent.Settled)
            {
                break;
            }
        }

        if (up is { } good)
        {
            await host.Services.GetRequiredService<ReaderFeedback>().GiveAsync(turn, "reader", good, reason, Token);
        }

        await host.StopAsync(Token);
        return turn;
    }

    private IHost HostOf(AnsweredQuestion answered)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Records:Path", Path.Combine(_folder.Path, "data", "record.db")), new("Records:Within", "00:00:20")]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<IChannel, PageChannel>();
        builder.Services.AddSingleton<IAnswering>(new Script(answered));
        builder.Services.AddConversations();
        return builder.Build();
    }

    private AnsweredQuestion Quote()
    {
        var article = new ArticleReader(Microsoft.Extensions.Options.Options.Create(new Knowledge.KnowledgeOptions()))
            .ReadAll(Path.Combine(_folder.Path, "knowledge"), Token).Articles["bridge"];
        var passage = PassageSplitter.Split(article).Single(passage => passage.Kind == PassageKind.Paragraph);
        return Some.Asked(Some.Answered("Five people were hurt. [1]", shortAnswer: null) with
        {
            Claims = [new Claim("Five people were hurt.", [Citation.Of(passage, passage.Sentences[1]) with { Number = 1 }])],
        });
    }

    private sealed class Script(AnsweredQuestion answered) : IAnswering
    {
        public Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken) => Task.FromResult(answered);
    }
}
