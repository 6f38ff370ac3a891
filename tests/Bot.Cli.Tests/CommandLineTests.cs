namespace Bot.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("ask|")]
    [InlineData("ask|one|two")]
    [InlineData("ask|one|--questions|file.jsonl|--json")]
    [InlineData("ask|--questions|file.jsonl")]
    [InlineData("chat|--json")]
    [InlineData("why")]
    [InlineData("why|one|--replay|two")]
    [InlineData("feedback|--to-test|AZqv3kPucLqbV0eHt1xkUg|--json")]
    [InlineData("feedback|--most|0")]
    [InlineData("unanswered|--days|0")]
    [InlineData("corrections|approve")]
    [InlineData("corrections|approve|one|--wording|")]
    [InlineData("test|--name")]
    [InlineData("test|--set|")]
    [InlineData("compare|--seed|none")]
    [InlineData("measure|comparison|--seeds|0")]
    [InlineData("suggest-tests")]
    [InlineData("suggest-tests|one|--json")]
    [InlineData("suggest-tests|one|--count|0")]
    [InlineData("import")]
    [InlineData("import|https://example.org/feed|--most|0")]
    [InlineData("status|bridge")]
    [InlineData("status|bridge|finished")]
    [InlineData("measure")]
    [InlineData("measure|answers")]
    [InlineData("train|sets")]
    [InlineData("answer|me")]
    [InlineData("ask|one|--knowlege|here")]
    [InlineData("")]
    public async Task A_command_that_means_nothing_is_an_error_in_plain_lines(string args)
    {
        Assert.Equal(ExitCode.Error, await RunAsync(args.Split('|')));

        Assert.Contains("'Bot.Cli --help'", _errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ask|--help")]
    [InlineData("chat|--help")]
    [InlineData("passages|--help")]
    [InlineData("why|--help")]
    [InlineData("import|--help")]
    [InlineData("status|--help")]
    [InlineData("feedback|--help")]
    [InlineData("unanswered|--help")]
    [InlineData("corrections|--help")]
    [InlineData("corrections|approve|--help")]
    [InlineData("corrections|minor|--help")]
    [InlineData("test|--help")]
    [InlineData("compare|--help")]
    [InlineData("measure|comparison|--help")]
    [InlineData("coverage|--help")]
    [InlineData("suggest-tests|--help")]
    [InlineData("measure|--help")]
    [InlineData("measure|answers|--help")]
    [InlineData("measure|speed|--help")]
    [InlineData("train|--help")]
    public async Task Help_ends_with_examples_and_exit_codes(string args)
    {
        Assert.Equal(ExitCode.Done, await RunAsync(args.Split('|')));

        Assert.Contains("Examples:\n  Bot.Cli ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 not answered", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_named_at_once()
    {
        _folder.Write("appsettings.json", """{ "Model": { "Endpoint": "ftp://models", "Name": "m", "MaxRetries": 99 }, "Prompts": { "Path": "" } }""");

        Assert.Equal(ExitCode.Error, await RunAsync("ask", "When?"));

        var lines = _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.StartsWith("Settings: ", StringComparison.Ordinal) && line.Contains("'ftp://models'", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Model:MaxRetries", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Prompts:Path", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("""{ "Model": { "MaxRetries": "many" } }""")]
    public async Task A_settings_file_that_cannot_be_read_is_named(string content)
    {
        _folder.Write("appsettings.json", content);

        Assert.Equal(ExitCode.Error, await RunAsync("ask", "When?"));

        Assert.Matches("appsettings.json|Model:MaxRetries", _errors.ToString());
        Assert.DoesNotContain("unforeseen", _errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_of_articles_is_named_with_the_cure()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("passages"));

        Assert.Contains($"'{Path.Combine(_folder.Path, "knowledge")}': name one with --knowledge PATH", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_of_questions_is_named()
    {
        _folder.Write("knowledge/bridge.md", "# A bridge\n\nIt fell.\n");

        Assert.Equal(ExitCode.Error, await RunAsync("ask", "--questions", "none.jsonl", "--json"));

        Assert.Contains("no file 'none.jsonl'", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] args) =>
        CommandLine.RunAsync([.. args.Where((arg, at) => at > 0 || arg.Length > 0)], TestSurroundings.With(_output, _errors, folder: _folder.Path));
}
