using System.Text.Json;

namespace Bot.Cli.Tests;

/// <summary>The commands over a small folder of articles, with everything behind them real and no model.</summary>
public sealed class AskingTests : IDisposable
{
    private const string Bridge = """
        ---
        title: A bridge falls in Lorne
        byline: Maya Cole
        published: 2024-05-14
        language: en
        ---
        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt, the fire service said.

        Engineer Paul Adler said the bridge had been checked in March.

        A new bridge will cost 12 million euros and open in 2026.
        """;

    private const string Draft = """
        ---
        title: The harvest of Lorne
        published: 2024-06-01
        language: en
        status: draft
        ---
        Farmers around Lorne harvested 300 tonnes of plums in June.
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public AskingTests()
    {
        _folder.Write("knowledge/bridge.md", Bridge);
        _folder.Write("knowledge/harvest.md", Draft);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task An_answer_is_shown_with_its_source_and_it_is_said_once_that_no_model_is_asked()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("ask", "When did the bridge at Lorne fall?"));

        Assert.Contains("[1] A bridge falls in Lorne · 2024-05-14 · bridge#1\n", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', _output.ToString());
        Assert.Equal("No model: quoting.\n", _errors.ToString());
    }

    [Fact]
    public async Task An_answer_as_json_cites_exact_words_and_standard_error_is_silent()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("ask", "When did the bridge at Lorne fall?", "--json"));
        var answer = Assert.Single(Lines());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal("extractive", answer.GetProperty("engine").GetString());
        Assert.Empty(_errors.ToString());

        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await RunAsync("passages", "bridge", "--json"));
        var citation = answer.GetProperty("citations")[0];
        var passage = Lines().Single(line => line.GetProperty("id").GetString() == citation.GetProperty("passage").GetString());
        var offset = passage.GetProperty("start").GetInt32();
        Assert.Equal(
            citation.GetProperty("quote").GetString(),
            passage.GetProperty("text").GetString()![(citation.GetProperty("start").GetInt32() - offset)..(citation.GetProperty("end").GetInt32() - offset)]);
    }

    [Fact]
    public async Task A_question_the_articles_do_not_answer_exits_with_two_and_cites_nothing()
    {
        Assert.Equal(ExitCode.NotAnswered, await RunAsync("ask", "Who won the chess championship in Oslo?", "--json"));

        Assert.Empty(Assert.Single(Lines()).GetProperty("citations").EnumerateArray());
    }

    [Fact]
    public async Task No_refusal_answers_with_the_best_there_is()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("ask", "Who won the bridge championship in Oslo?", "--json", "--no-refusal"));

        Assert.NotEmpty(Assert.Single(Lines()).GetProperty("citations").EnumerateArray());
    }

    [Theory]
    [InlineData("ask|When?|--article|brigde", "'brigde'; the closest is 'bridge'")]
    [InlineData("why|When?|--article|brigde", "'brigde'; the closest is 'bridge'")]
    [InlineData("passages|brigde", "'brigde'; the closest is 'bridge'")]
    [InlineData("passages|harvest", "'harvest' is a draft: add --editor")]
    [InlineData("passages|--knowledge|nowhere", "nowhere")]
    public async Task What_cannot_be_found_is_named_in_one_line(string args, string complaint)
    {
        Assert.Equal(ExitCode.Error, await RunAsync(args.Split('|')));

        var line = Assert.Single(_errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line != "No model: quoting.");
        Assert.Contains(complaint, line, StringComparison.Ordinal);
        Assert.DoesNotContain("unforeseen", line, StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task A_file_of_questions_is_answered_line_by_line_and_an_unknown_article_is_an_error_of_its_line()
    {
        _folder.Write("questions.jsonl", """
            {"id":"a","question":"When did the bridge at Lorne fall?","article":"bridge"}
            {"id":"b","question":"When?","article":"bridges"}
            {"id":"c","question":"Hello!"}
            """);

        Assert.Equal(ExitCode.Error, await RunAsync("ask", "--questions", "questions.jsonl", "--json"));

        var lines = Lines();
        Assert.Equal(["a", "b", "c"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Contains("the closest is 'bridge'", lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("smalltalk", lines[2].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Drafts_are_listed_for_editors_only()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("passages", "--json"));
        Assert.Equal("bridge", Assert.Single(Lines()).GetProperty("slug").GetString());

        _output.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await RunAsync("passages", "--json", "--editor"));
        Assert.Equal(["bridge", "harvest"], Lines().Select(line => line.GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_reported_and_the_rest_is_asked()
    {
        _folder.Write("knowledge/broken.md", "---\ntitle: [unclosed\n---\nText.\n");

        Assert.Equal(ExitCode.Done, await RunAsync("ask", "When did the bridge at Lorne fall?", "--json"));

        Assert.Contains("broken.md", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_shows_the_search_the_scores_and_the_answer()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("why", "When did the bridge at Lorne fall?"));

        Assert.Matches("(?s)searched for: .*kind: .*Found .*passage\tscore\tsentence.*bridge#1\t.*Answer\n.*Sources\n", _output.ToString());
    }

    [Fact]
    public async Task A_chat_knows_its_commands_and_its_last_answer()
    {
        Assert.Equal(ExitCode.Done, await ChatAsync("/why", "When did the bridge at Lorne fall?", "/sources", "/why", "/articles", "/nonsense", "/help", "/quit", "never asked"));

        var output = _output.ToString();
        Assert.StartsWith("Nothing has been asked yet.\n", output, StringComparison.Ordinal);
        Assert.Equal(3, output.Split("Sources\n").Length - 1);
        Assert.Contains("bridge\tA bridge falls in Lorne\t2024-05-14", output, StringComparison.Ordinal);
        Assert.Contains("There is no '/nonsense'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("never asked", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_remembers_what_was_said()
    {
        Assert.Equal(ExitCode.Done, await ChatAsync("Who is Paul Adler?", "When had he checked the bridge?", "/why"));

        Assert.Contains("Adler", _output.ToString().Split("searched for: ")[1].Split('\n')[0], StringComparison.Ordinal);
    }

    private Task<int> ChatAsync(params string[] lines) =>
        CommandLine.RunAsync(["chat"], TestSurroundings.With(_output, _errors, string.Join('\n', lines), _folder.Path));

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));

    private JsonElement[] Lines() =>
        [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
