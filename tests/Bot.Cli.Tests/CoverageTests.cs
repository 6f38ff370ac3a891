using System.Text.Json;
using Bot.Conversations.Corrections;
using Bot.Conversations.Records;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Cli.Tests;

/// <summary>What cases reach, and what an edit touches, with a record that a host kept of real answers.</summary>
public sealed class CoverageTests : IDisposable
{
    private const string Bridge = """
        ---
        title: A bridge falls in Lorne
        published: 2024-05-14
        language: en
        ---
        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt, the fire service said.

        The bridge was opened in 1911. Engineers had found cracks in its piers in March.

        Mayor Rita Stein wants to rebuild it within three years.
        """;

    private const string Opening = "When was the bridge opened?";
    private const string Mayor = "What does Mayor Rita Stein want?";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public CoverageTests()
    {
        _folder.Write("knowledge/bridge.md", Bridge);
        _folder.Write("knowledge/museum.md", "---\ntitle: A museum of clocks\nlanguage: en\n---\nThe museum at Tarn shows 60 clocks.\n");
        _folder.Write("knowledge/bridge.tests.yaml", $"""
            defaults:
              article: bridge
            cases:
              - question: {Opening}
                assert: [contains: "1911"]
              - question: {Mayor}
                assert: [contains: three years]
            """);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task What_no_test_question_reaches_and_articles_without_tests_are_listed()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("coverage"));

        Assert.Contains("bridge\t2\t1 of 2\nmuseum\tnone\t0 of 1\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("No test question reaches these passages of 'bridge'\n    bridge#1 The old road bridge at Lorne", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("bridge#2", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_one_fact_lists_exactly_the_cases_and_recorded_answers_it_touches()
    {
        var opening = await AskAsync(Opening);
        await AskAsync(Mayor);
        await AskAsync("How many clocks does the museum at Tarn show?");
        await RunAsync("coverage", "--keep");
        _folder.Write("knowledge/bridge.md", Bridge.Replace("opened in 1911", "opened in 1921", StringComparison.Ordinal));

        var covered = await CoverageAsync();

        Assert.Equal(["bridge edited"], covered.GetProperty("edits").EnumerateArray().Select(edit => $"{edit.GetProperty("slug")} {edit.GetProperty("change")}"));
        var touched = Assert.Single(covered.GetProperty("cases").EnumerateArray());
        Assert.Equal(
            (Opening, true, false, "The bridge was opened in 1911. [1]", "The bridge was opened in 1921. [1]"),
            (touched.GetProperty("case").GetString(), touched.GetProperty("passed_before").GetBoolean(), touched.GetProperty("passes_now").GetBoolean(), touched.GetProperty("before").GetString(), touched.GetProperty("now").GetString()));
        var answer = Assert.Single(covered.GetProperty("answers").EnumerateArray());
        Assert.Equal((opening.ToString(), Opening), (answer.GetProperty("id").GetString(), answer.GetProperty("question").GetString()));
        Assert.Equal(("The bridge was opened in 1911.", "The bridge was opened in 1921."), (answer.GetProperty("old_words").GetString(), answer.GetProperty("new_words").GetString()));
    }

    [Fact]
    public async Task Looking_at_an_edit_publishes_nothing()
    {
        await AskAsync(Opening);
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal));
        await CoverageAsync();
        _folder.Write("knowledge/bridge.md", Bridge);

        using var host = AnsweringHost.Over(_folder);
        Assert.Empty(await host.Services.GetRequiredService<AnswerCorrections>().ListAsync(CorrectionState.Found, 10, Token));
        Assert.Equal(ExitCode.Done, await RunAsync("corrections"));
        Assert.Equal("There are no open corrections.\n", _output.ToString());
    }

    [Fact]
    public async Task An_edit_that_editors_have_before_them_already_is_not_counted_again()
    {
        await AskAsync(Opening);
        await AskAsync(Mayor);
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal));
        await RunAsync("corrections");
        _folder.Write("knowledge/bridge.md", Bridge.Replace("1911", "1921", StringComparison.Ordinal).Replace("three years", "four years", StringComparison.Ordinal));

        var answer = Assert.Single((await CoverageAsync()).GetProperty("answers").EnumerateArray());

        Assert.Equal(Mayor, answer.GetProperty("question").GetString());
    }

    [Fact]
    public async Task An_article_that_would_be_withdrawn_touches_all_answers_from_it()
    {
        await AskAsync("How many clocks does the museum at Tarn show?");
        File.Delete(Path.Combine(_folder.Path, "knowledge", "museum.md"));

        var answer = Assert.Single((await CoverageAsync()).GetProperty("answers").EnumerateArray());

        Assert.Equal(("museum", "withdrawn"), (answer.GetProperty("article").GetString(), answer.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Articles_as_they_were_can_stand_in_another_folder_and_moved_words_touch_nothing()
    {
        _folder.Write("published/bridge.md", Bridge);
        _folder.Write("published/museum.md", File.ReadAllText(Path.Combine(_folder.Path, "knowledge", "museum.md")));
        _folder.Write("knowledge/bridge.md", Bridge.Replace("The bridge was opened", "It had rained for days.\n\nThe bridge was opened", StringComparison.Ordinal));

        var covered = await CoverageAsync("--before", "published");

        Assert.Equal(1, covered.GetProperty("edits").GetArrayLength());
        Assert.Equal(0, covered.GetProperty("cases").GetArrayLength());
    }

    [Fact]
    public async Task Without_anything_kept_it_says_how_to_keep_it()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("coverage"));

        Assert.Contains("'coverage --keep' keeps them as they are now", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("There is no record '", _output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data")));
    }

    [Fact]
    public async Task A_folder_of_earlier_articles_that_is_not_there_is_named()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("coverage", "--before", "none"));

        Assert.Contains("no folder or file of articles 'none'", _errors.ToString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> CoverageAsync(params string[] more)
    {
        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await RunAsync(["coverage", "--json", .. more]));
        var read = JsonDocument.Parse(_output.ToString()).RootElement;
        _output.GetStringBuilder().Clear();
        return read;
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));

    private Task<TurnId> AskAsync(string question) => AnsweringHost.AskAsync(_folder, question);
}
