using System.Net;

namespace Bot.Cli.Tests;

public sealed class ModelSuggestingTests : IDisposable
{
    private const string Opened = """{"question": "When was the bridge at Lorne opened?", "passage": 2, "words": "The bridge was opened in 1911."}""";
    private const string Fell = """{"question": "What fell into the river on Monday?", "passage": "[1]", "words": "The old road bridge at Lorne fell"}""";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public ModelSuggestingTests() => _folder.Write(
        "knowledge/bridge.md",
        """
        ---
        title: A bridge falls in Lorne
        published: 2024-05-14
        language: en
        ---
        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt, the fire service said.

        The bridge was opened in 1911. Engineers had found cracks in its piers in March.
        """);

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task A_models_questions_name_the_passage_that_answers_and_pass_as_they_are()
    {
        await using var model = new ModelEndpoint { Says = $"Here they are:\n```json\n[{Opened},\n{Fell}]\n```" };
        await SuggestAsync(model);

        Assert.Equal(
            """
            # Drafts: keep what readers would ask, say in 'assert' what a good answer has, and leave out the rest.
            - question: "When was the bridge at Lorne opened?"
              article: "bridge"
              assert:
                - outcome: answered
                - cites: "The bridge was opened in 1911." # bridge#2
            - question: "What fell into the river on Monday?"
              article: "bridge"
              assert:
                - outcome: answered
                - cites: "The old road bridge at Lorne fell into the river on Monday morning." # bridge#1

            """,
            _output.ToString());
        Assert.Equal("'scripted-model' drafted 2 that hold.\n", _errors.ToString());
        Assert.Contains("Draft 8 questions.", model.Prompt, StringComparison.Ordinal);
        Assert.Contains("LANGUAGE: English", model.Prompt, StringComparison.Ordinal);
        _folder.Write("drafts.yaml", _output.ToString());
        _folder.Write("appsettings.json", "{}");
        Assert.Equal(ExitCode.Done, await RunAsync("test", Path.Combine(_folder.Path, "drafts.yaml")));
    }

    [Theory]
    [InlineData("""{"question": "Who built the bridge?", "passage": 7, "words": "The bridge"}""", "1 of a passage that is not there")]
    [InlineData("""{"question": "Who built the bridge?", "passage": 2, "words": "It was built by giants."}""", "1 of words that its passage does not have")]
    [InlineData("""{"question": "How many whales live in the sea?", "passage": 2, "words": "The bridge was opened in 1911."}""", "1 not answered from its passage by quoting")]
    [InlineData("""{"question": "In which year was the bridge at Lorne opened?", "passage": 1, "words": "Nobody was hurt"}""", "1 not answered from its passage by quoting")]
    [InlineData(Opened, "1 asked twice")]
    [InlineData("""{"question": "When was the bridge opened?", "passage": 2, "words": "in 1911"}""", "1 asked twice")]
    [InlineData("""{"question": 3, "passage": 2, "words": "in 1911"} {"passage": 2} {nonsense}""", "3 cut off or in another form")]
    [InlineData("""{"question": "Where\u0007?", "passage": 2, "words": "in 1911"}""", "1 cut off or in another form")]
    [InlineData("""{"question": "When was the bridge op""", "1 cut off or in another form")]
    public async Task A_draft_that_does_not_hold_is_dropped_and_counted(string draft, string dropped)
    {
        await using var model = new ModelEndpoint { Says = $"{Opened}\n{draft}" };
        await SuggestAsync(model);

        Assert.Equal($"'scripted-model' drafted 1 that hold; dropped: {dropped}.\n", _errors.ToString());
        Assert.Single(Questions());
    }

    [Theory]
    [InlineData("length", false, "raise Model:MaxOutputTokens")]
    [InlineData(null, false, "ended before the reply did")]
    [InlineData("stop", true, "fell silent in mid-reply")]
    public async Task What_a_model_drafted_before_it_was_cut_off_counts(string? finish, bool stalls, string failure)
    {
        await using var model = new ModelEndpoint { Says = $$"""{{Opened}}{"question": "What fe""", Finish = finish, Stalls = stalls };
        await SuggestAsync(model);

        Assert.StartsWith("'scripted-model' drafted 1 that hold; dropped: 1 cut off or in another form.\n", _errors.ToString(), StringComparison.Ordinal);
        Assert.Matches($"It drafted no more: .*{failure}", _errors.ToString());
        Assert.Single(Questions());
    }

    [Fact]
    public async Task Where_a_model_drafts_nothing_the_articles_own_facts_are_asked_for()
    {
        await using var model = new ModelEndpoint { Status = HttpStatusCode.TooManyRequests };
        await SuggestAsync(model);

        Assert.Contains("'scripted-model' drafted 0 that hold.\nIt drafted no more: 429", _errors.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("These are made of the article's own facts instead.\n", _errors.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(Questions());
    }

    [Fact]
    public async Task With_facts_no_model_is_asked()
    {
        await using var model = new ModelEndpoint { Says = Opened };
        await SuggestAsync(model, "--facts");

        Assert.Equal("", model.Prompt);
        Assert.NotEmpty(Questions());
    }

    private async Task SuggestAsync(ModelEndpoint model, params string[] more)
    {
        _folder.Write("appsettings.json", model.Settings);
        Assert.True(await RunAsync(["suggest-tests", "bridge", .. more]) == ExitCode.Done, _errors.ToString());
    }

    private string[] Questions() => [.. _output.ToString().Split('\n').Where(line => line.StartsWith("- question", StringComparison.Ordinal))];

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));
}
