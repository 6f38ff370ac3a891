using System.Text.Json;
using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Cli.Batches;
using Bot.Cli.Commands;
using Bot.Cli.Contract;

namespace Bot.Cli.Tests.Batches;

public sealed class QuestionBatchTests : IDisposable
{
    private static readonly SharedChoices NoChoices = new(Knowledge: null, Article: null, Editor: false, Json: true, Language: null);

    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly List<Question> _asked = [];

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Writes_a_line_for_each_line_in_its_order_whichever_is_ready_first()
    {
        var secondDone = new TaskCompletionSource();

        await RunAsync(
            """
            {"id":"a","question":"first"}
            {"id":"b","question":"second"}
            """,
            async question =>
            {
                if (question.Text == "first" && Environment.ProcessorCount > 1)
                {
                    await secondDone.Task.WaitAsync(TimeSpan.FromSeconds(30));
                }

                secondDone.TrySetResult();
                return Some.Asked(Some.Answered());
            });

        Assert.Equal(["a", "b"], Lines().Select(line => line.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Writes_a_line_before_the_next_one_is_read()
    {
        var firstWritten = new TaskCompletionSource();
        var output = new SignallingWriter(firstWritten);
        var input = new WaitingReader(["""{"id":1,"question":"first"}""", """{"id":2,"question":"second"}"""], firstWritten.Task);

        var exitCode = await new QuestionBatch(line => line.ToQuestion(NoChoices), (_, _) => Task.FromResult(Some.Asked(Some.Answered())), output, _errors)
            .RunAsync(input, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, exitCode);
    }

    [Theory]
    [InlineData("not json", "null", "It is not JSON")]
    [InlineData("[1]", "null", "It is not a JSON object")]
    [InlineData("""{"id":"x"}""", "\"x\"", "\"question\" is missing")]
    [InlineData("""{"id":7,"question":3}""", "7", "\"question\" has the wrong type")]
    [InlineData("""{"id":"x","question":"q","date":"yesterday"}""", "\"x\"", "\"date\" is 'yesterday'")]
    [InlineData("""{"id":"x","question":"q","history":[{"role":"bot","text":"t"}]}""", "\"x\"", "'bot'")]
    public async Task Keeps_lines_aligned_and_names_the_number_of_a_line_that_is_wrong(string wrong, string id, string complaint)
    {
        var exitCode = await RunAsync($$"""
            {"id":"before","question":"q"}

            {{wrong}}
            {"id":"after","question":"q"}
            """);

        var lines = Lines();
        Assert.Equal(3, lines.Length);
        Assert.Equal(id, lines[1].GetProperty("id").GetRawText());
        Assert.Contains(complaint, lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Line 3: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("after", lines[2].GetProperty("id").GetString());
        Assert.Equal(ExitCode.Error, exitCode);
    }

    [Fact]
    public async Task Goes_on_after_a_question_that_could_not_be_answered()
    {
        var exitCode = await RunAsync(
            """
            {"id":"a","question":"fails"}
            {"id":"b","question":"works"}
            """,
            question => question.Text == "fails" ? throw new InvalidOperationException("broken") : Task.FromResult(Some.Asked(Some.Answered())));

        Assert.Contains("broken", Lines()[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("answered", Lines()[1].GetProperty("outcome").GetString());
        Assert.Equal(ExitCode.Error, exitCode);
    }

    [Fact]
    public async Task Is_done_when_every_line_has_an_outcome_answered_or_not()
    {
        var exitCode = await RunAsync("""{"id":"a","question":"q"}""", _ => Task.FromResult(Some.Asked(Some.NothingFound())));

        Assert.Equal(ExitCode.Done, exitCode);
    }

    [Fact]
    public async Task Reads_article_date_and_history_and_ignores_what_it_does_not_know()
    {
        await RunAsync("""{"id":"a","question":"q","article":"bridge","date":"2024-05-14","history":[{"role":"user","text":"u"},{"role":"agent","text":"a","score":1}],"lang":"en"}""");

        var question = Assert.Single(_asked);
        Assert.Equal("bridge", question.Article);
        Assert.Equal(new DateTimeOffset(2024, 5, 14, 0, 0, 0, TimeSpan.Zero), question.Asked);
        Assert.Equal([new Turn(TurnRole.Reader, "u"), new Turn(TurnRole.Bot, "a")], question.History);
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var batch = new QuestionBatch(
            line => line.ToQuestion(NoChoices),
            async (_, token) =>
            {
                await cancelled.CancelAsync();
                token.ThrowIfCancellationRequested();
                return Some.Asked(Some.Answered());
            },
            _output,
            _errors);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.RunAsync(new StringReader("""{"id":"a","question":"q"}"""), cancelled.Token));
        Assert.Empty(_output.ToString());
    }

    private Task<int> RunAsync(string lines, Func<Question, Task<AnsweredQuestion>>? answer = null) => new QuestionBatch(
        line => line.ToQuestion(NoChoices),
        (question, _) =>
        {
            lock (_asked)
            {
                _asked.Add(question);
            }

            return answer is null ? Task.FromResult(Some.Asked(Some.Answered())) : answer(question);
        },
        _output,
        _errors).RunAsync(new StringReader(lines), TestContext.Current.CancellationToken);

    private JsonElement[] Lines() =>
        [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private sealed class SignallingWriter(TaskCompletionSource flushed) : StringWriter
    {
        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            flushed.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <summary>Gives its second line only once the first answer is out.</summary>
    private sealed class WaitingReader(string[] lines, Task firstWritten) : StringReader("")
    {
        private int _next;

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            if (_next > 0)
            {
                await firstWritten.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            return _next < lines.Length ? lines[_next++] : null;
        }
    }
}
