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

    [Theory]
    [InlineData(null)]
    [InlineData("The bridge was opened in 1911 [1]. It cost 300 pounds [[1]].")]
    public async Task It_replays_byte_for_byte_after_edits_of_articles_prompts_replies_and_settings(string? said)
    {
        WritePrompts();
        var answer = await AnsweringHost.AskAsync(_folder, Opening, said is null ? null : _ => said, []);
        await EditAllAsync();

        await ReplaysAsync(answer.ToString());
        Assert.Contains("The bridge was opened in 1911", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1921", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_reply_replays_after_it_was_taken_away()
    {
        _folder.Write("knowledge/replies.yaml", Reply("bridge opened"));
        var answer = await AnsweringHost.AskAsync(_folder, Opening);
        File.Delete(Path.Combine(_folder.Path, "knowledge", "replies.yaml"));

        await ReplaysAsync(answer.ToString());
        Assert.Contains("Call the desk.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_of_the_record_replays_with_its_turns_and_is_refused_once_their_reader_had_them_forgotten()
    {
        await AnsweringHost.AskInAsync(_folder, "chat", "What fell at Lorne?");
        var answer = (await AnsweringHost.AskInAsync(_folder, "chat", "And when was it opened?")).ToString();
        await ReplaysAsync(answer);

        await AnsweringHost.ForgetAsync(_folder, "chat");
        _errors.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Error, await RunAsync("why", "--replay", answer));
        Assert.Contains("of the turns before it that the question was understood by, 2 are deleted, or their reader had them forgotten", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("length", "The bridge was opened in 1911 [1]. Engineers had found crac")]
    [InlineData(null, "The bridge was opened in 19")]
    public async Task A_models_reply_that_was_cut_or_broke_off_replays_as_that(string? finish, string said)
    {
        var answer = await AnsweringHost.AskAsync(_folder, Opening, _ => said, finish: finish, counts: false);
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal));

        await ReplaysAsync(answer.ToString());
    }

    [Fact]
    public async Task What_changed_since_is_named_by_the_parts_of_the_trace_that_are_otherwise_where_sources_are_not_kept()
    {
        var answer = await AnsweringHost.AskAsync(_folder, Opening, _ => "The bridge was opened in 1911 [1].", keeps: false);
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal));

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("why", "--replay", answer.ToString()));

        Assert.Contains("The record does not have what it was made of", _errors.ToString(), StringComparison.Ordinal);
        Assert.Matches("another than the recorded one \\(Hits, .*RenderedPrompt.*Verdicts.*\\)", _errors.ToString());
    }

    [Fact]
    public async Task An_answer_that_the_record_does_not_have_is_named()
    {
        await AnsweringHost.AskAsync(_folder, Opening);

        Assert.Equal(ExitCode.Error, await RunAsync("why", "--replay", "AZqv3kPucLqbV0eHt1xkUg"));

        Assert.Contains("no answer 'AZqv3kPucLqbV0eHt1xkUg'", _errors.ToString(), StringComparison.Ordinal);
    }

    private void WritePrompts()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "prompts"), "*.*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.GetRelativePath(RepositoryRoot.Find(), file), File.ReadAllText(file));
        }
    }

    // All that an answer is made of, so that without what was kept nothing would be as it was.
    private async Task EditAllAsync()
    {
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal));
        _folder.Write("knowledge/new.md", Bridge.Replace("Lorne", "Varr", StringComparison.Ordinal));
        _folder.Write("knowledge/replies.yaml", Reply("bridge opened"));
        var prompt = Path.Combine(_folder.Path, "prompts", "answer", "skprompt.txt");
        await File.WriteAllTextAsync(prompt, (await File.ReadAllTextAsync(prompt)).Replace("Say only", "Say nothing but", StringComparison.Ordinal));
        _folder.Write("appsettings.json", """{ "Answering": { "Passages": 1, "MostSentences": 1, "SureFrom": 0.99 }, "Prompts": { "Path": "PATH" }, "Model": { "MaxOutputTokens": 16 } }"""
            .Replace("PATH", Path.Combine(_folder.Path, "prompts"), StringComparison.Ordinal));
    }

    private static string Reply(string phrase) => $"""
        - name: desk
          title: The desk
          source: https://desk.example
          phrases:
            en: [{phrase}]
          text:
            en: Call the desk.
        """;

    private async Task ReplaysAsync(string answer)
    {
        Assert.True(await RunAsync("why", "--replay", answer, "--json") == ExitCode.Done, _errors.ToString());
        Assert.Equal("The trace replays: it is the recorded one, byte for byte.\n", _errors.ToString());
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));
}
