using System.Text.Json;
using Bot.Evaluation.Cases;

namespace Bot.Cli.Tests;

/// <summary>The cases that are shipped, run as an editor runs them, without a key.</summary>
public sealed class CaseTests : IDisposable
{
    private static readonly string Root = RepositoryRoot.Find();

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task At_least_sixty_pass_without_a_key_and_together_use_every_assertion()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("test", "--json"));

        var results = Lines();
        Assert.True(results.Length >= 60, $"There are {results.Length} cases.");
        Assert.All(results, result => Assert.Equal("passed", result.GetProperty("result").GetString()));
        var used = results.SelectMany(result => result.GetProperty("runs")[0].GetProperty("assertions").EnumerateArray())
            .Where(assertion => assertion.GetProperty("result").GetString() == "passed")
            .Select(assertion => assertion.GetProperty("assertion").GetString()!.Split(':')[0].Replace("not-", "", StringComparison.Ordinal));
        Assert.Equal(AssertionKind.All.Select(kind => kind.Name).Order(), used.Distinct().Order());
    }

    [Theory]
    [InlineData("End each sentence with the number", "each sentence cites its passage", "repaired_max: 0")]
    [InlineData("Keep who says it", "a claim that is disputed stays a claim|who says it stays", "unsupported_max: 0")]
    [InlineData("Keep how sure it is", "how sure it is stays", "unsupported_max: 0")]
    [InlineData("Copy numbers, names, dates", "numbers are copied", "unsupported_max: 0")]
    [InlineData("Use quotation marks only", "only copied words are quoted", "quote_exact: true")]
    [InlineData("Use nothing you know", "nothing is known from elsewhere", "unsupported_max: 0")]
    public async Task A_rule_that_is_gone_from_the_prompt_fails_the_cases_of_that_rule_although_the_reader_is_saved(string rule, string failing, string assertion)
    {
        BreakPrompt(rule, "");

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("test", "--json", "--prompt", "answer", "--prompts", _folder.Path));

        var failed = Failed();
        Assert.Equal(failing.Split('|'), failed.Select(result => result.GetProperty("case").GetString()).Order());
        Assert.All(failed, result =>
        {
            var run = result.GetProperty("runs")[0];
            Assert.Contains(run.GetProperty("assertions").EnumerateArray(), each =>
                each.GetProperty("assertion").GetString() == assertion && each.GetProperty("result").GetString() == "failed");
            Assert.Equal("answered", run.GetProperty("answer").GetProperty("outcome").GetString());
            Assert.NotEqual(0, run.GetProperty("trace").GetProperty("verdicts").GetArrayLength());
        });
    }

    [Fact]
    public async Task A_prompt_without_the_passages_fails_every_case_that_has_a_model_answer()
    {
        BreakPrompt("{{$passages}}", "");

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("test", "--json", "--prompt", "answer", "--prompts", _folder.Path));

        Assert.Equal(Lines().Length, Failed().Length);
        Assert.All(Failed(), result => Assert.Contains(result.GetProperty("runs")[0].GetProperty("assertions").EnumerateArray(), each =>
            each.GetProperty("assertion").GetString() == "degraded: false" && each.GetProperty("result").GetString() == "failed"));
    }

    [Theory]
    [InlineData("The line cost £214 million and is 11.4 kilometres long.", "repaired_max: 0")]
    [InlineData("The line will open in 2031 [[could open in 2031]].", "unsupported_max: 0")]
    public async Task A_model_that_breaks_the_rules_fails_cases_that_pass_with_one_that_keeps_them(string reply, string assertion)
    {
        _folder.Write("broken.yaml", $"- reply: {reply}\n");

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("test", Path.Combine(Root, "prompts/answer/tests/rules.yaml"), "--name", "how sure", "--json", "--model-script", Path.Combine(_folder.Path, "broken.yaml")));

        var run = Assert.Single(Failed()).GetProperty("runs")[0];
        Assert.Contains(run.GetProperty("assertions").EnumerateArray(), each => each.GetProperty("assertion").GetString() == assertion && each.GetProperty("result").GetString() == "failed");
    }

    [Fact]
    public async Task The_first_line_says_where_prompts_cannot_matter_and_how_they_would()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("test", "--name", "How long is Line 1"));

        Assert.Equal("No model is set: 1 of 1 cases are answered by quoting, where prompts do not matter. They do in none ('model:' in a case, or --model-script FILE).", _output.ToString().Split('\n')[0]);
    }

    [Fact]
    public async Task A_failure_is_shown_with_what_was_expected_and_where_it_is_written()
    {
        _folder.Write("one.tests.yaml", "- question: How long is Line 1?\n  article: hallowmere-tram-opens\n  assert:\n    - contains: 12 kilometres\n");

        Assert.Equal(ExitCode.TestsFailed, await RunAsync("test", Path.Combine(_folder.Path, "one.tests.yaml")));

        Assert.Matches(@"FAILED .*one\.tests\.yaml:1: How long is Line 1\?\n    expected contains: 12 kilometres\n       found .*11\.4 kilometres", _output.ToString());
        Assert.Matches(@"\n1 case: 0 passed, 1 failed, 0 skipped, in \d+\.\d s\.\n$", _output.ToString());
    }

    [Fact]
    public async Task Reports_are_written_where_they_are_asked_for()
    {
        var (html, junit) = (Path.Combine(_folder.Path, "out", "report.html"), Path.Combine(_folder.Path, "junit.xml"));

        Assert.Equal(ExitCode.Done, await RunAsync("test", "--name", "How long is Line 1", "--html", html, "--junit", junit));

        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(html, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("<testsuite name=\"knowledge/hallowmere-tram-opens.tests.yaml\" tests=\"1\"", await File.ReadAllTextAsync(junit, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_said_is_recorded_and_can_be_run_again()
    {
        var script = Path.Combine(_folder.Path, "scripted.yaml");
        Assert.Equal(ExitCode.Done, await RunAsync("test", "--name", "numbers are copied", "--record", script));
        Assert.Contains($"1 replies of the model are in '{script}'.", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await RunAsync("test", "--name", "numbers are copied", "--model-script", script));
    }

    [Fact]
    public async Task A_reply_for_a_case_that_nobody_called_so_is_warned_of()
    {
        _folder.Write("script.yaml", "- case: numbers are copyed\n  reply: NOT_STATED\n");

        await RunAsync("test", "--json", "--model-script", Path.Combine(_folder.Path, "script.yaml"));

        Assert.Contains("Warning: the script 'script' has a reply for the case 'numbers are copyed', and no case is called so.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_with_cases_is_said_in_lines_and_nothing_is_run()
    {
        _folder.Write("bad.yaml", "- question: One?\n  assert: [{ contain: x }]\n- question: Two?\n");

        Assert.Equal(ExitCode.Error, await RunAsync("test", Path.Combine(_folder.Path, "bad.yaml")));

        Assert.Equal(2, _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("bad.yaml:2: There is no assertion 'contain'. Did you mean 'contains'?", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("test", "--name", "no case is called so")]
    [InlineData("test", "--prompts", "none")]
    [InlineData("test", "--model-script", "none.yaml")]
    [InlineData("test", "--set", "AnswerFrom")]
    [InlineData("test", "--set", "Answering:AnswerFrom=2")]
    [InlineData("test", "--model", "a")]
    [InlineData("test", "--set", "Answering:Passages=8", "--set", "Answering:Passages=9", "--record", "out.yaml")]
    [InlineData("coverage", "--set", "Answering:Passages=8", "--set", "Answering:Passages=9")]
    [InlineData("test", "--model-script", "prompts/answer/tests/rules.yaml")]
    [InlineData("test", "--prompts", "prompts", "--prompts", "prompts")]
    public async Task What_cannot_be_run_is_an_error_in_plain_lines(params string[] args)
    {
        Assert.Equal(ExitCode.Error, await RunAsync(args));

        Assert.NotEmpty(_errors.ToString());
        Assert.DoesNotContain("unforeseen", _errors.ToString(), StringComparison.Ordinal);
    }

    private void BreakPrompt(string words, string instead)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "prompts"), "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.GetRelativePath(Path.Combine(Root, "prompts"), file), File.ReadAllText(file).Replace(words, file.EndsWith("answer/skprompt.txt", StringComparison.Ordinal) ? instead : words, StringComparison.Ordinal));
        }
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: Root));

    private JsonElement[] Lines() => [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private JsonElement[] Failed() => [.. Lines().Where(line => line.GetProperty("result").GetString() == "failed")];
}
