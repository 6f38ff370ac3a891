using System.Text.Json;
using Bot.Answering.Questions;
using Microsoft.Data.Sqlite;

namespace Bot.Cli.Tests;

public sealed class ReplayTests : IDisposable
{
    private const string Bridge = """
        ---
        title: A bridge falls in Lorne
        published: 2024-05-14
        language: en
        ---
        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt, the fire service said.

        The bridge was opened in 1911. Engineers had found cracks in its piers in March.
        """;

    private const string Opening = "When was the bridge opened?";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public ReplayTests() => _folder.Write("knowledge/bridge.md", Bridge);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task A_quoted_answer_replays_byte_for_byte() => await ReplaysAsync((await AnsweringHost.AskAsync(_folder, Opening)).ToString());

    [Theory]
    [InlineData("The bridge was opened in 1911 [1].")]
    [InlineData("<think>Hm.</think>The bridge was opened in 1911. It cost 300 pounds [[1]].")]
    [InlineData("The whale swam by [1].")]
    [InlineData("NOT_STATED")]
    public async Task A_models_answer_replays_byte_for_byte_with_what_it_said_and_what_it_cost(string said)
    {
        var answer = await AnsweringHost.AskAsync(_folder, Opening, _ => said);

        await ReplaysAsync(answer.ToString());
        Assert.Equal(said, JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("raw").GetString());
    }

    [Fact]
    public async Task A_follow_up_replays_with_its_history_and_the_models_rewriting_of_it() =>
        await ReplaysAsync((await AnsweringHost.AskAsync(
            _folder,
            "And when was it opened?",
            request => request.Prompt == "standalone-question" ? "When was the bridge at Lorne opened?" : "The bridge was opened in 1911 [1].",
            new Turn(TurnRole.Reader, "What fell at Lorne?"),
            new Turn(TurnRole.Bot, "The old road bridge."))).ToString());

    [Fact]
    public async Task An_answer_that_was_quoted_because_the_model_failed_replays_as_that() =>
        await ReplaysAsync((await AnsweringHost.AskAsync(_folder, Opening, _ => null)).ToString());

    [Fact]
    public async Task What_changed_since_is_named_by_the_parts_of_the_trace_that_are_otherwise()
    {
        var answer = await AnsweringHost.AskAsync(_folder, Opening, _ => "The bridge was opened in 1911 [1].");
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal));

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("why", "--replay", answer.ToString()));

        Assert.Matches("another than the recorded one \\(Hits, .*RenderedPrompt.*Verdicts.*\\)", _errors.ToString());
    }

    [Fact]
    public async Task An_answer_that_the_record_does_not_have_is_named()
    {
        await AnsweringHost.AskAsync(_folder, Opening);

        Assert.Equal(ExitCode.Error, await RunAsync("why", "--replay", "AZqv3kPucLqbV0eHt1xkUg"));

        Assert.Contains("no answer 'AZqv3kPucLqbV0eHt1xkUg'", _errors.ToString(), StringComparison.Ordinal);
    }

    private async Task ReplaysAsync(string answer)
    {
        Assert.True(await RunAsync("why", "--replay", answer, "--json") == ExitCode.Done, _errors.ToString());
        Assert.Equal("The trace replays: it is the recorded one, byte for byte.\n", _errors.ToString());
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));
}
