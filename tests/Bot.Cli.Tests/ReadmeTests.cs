using System.Text.RegularExpressions;

namespace Bot.Cli.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Root = RepositoryRoot.Find();

    [Fact]
    public async Task The_question_it_asks_is_answered_by_a_shipped_article()
    {
        var question = Ask().Match(await File.ReadAllTextAsync(Path.Combine(Root, "README.md"), TestContext.Current.CancellationToken)).Groups[1].Value;
        using var output = new StringWriter();

        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(["ask", question], TestSurroundings.With(output, folder: Root)));

        Assert.Contains("Sources", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("chat")]
    [InlineData("passages")]
    [InlineData("why")]
    public async Task The_articles_that_help_names_are_shipped(string command)
    {
        using var output = new StringWriter();

        await CommandLine.RunAsync([command, "--help"], TestSurroundings.With(output));

        Assert.All(
            Named().Matches(output.ToString()).Select(match => match.Groups[1].Value),
            slug => Assert.True(File.Exists(Path.Combine(Root, "knowledge", $"{slug}.md")), $"knowledge/ has no '{slug}'."));
    }

    [GeneratedRegex("-- ask \"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Ask();

    [GeneratedRegex(@"Bot\.Cli (?:.*--article|passages) ([a-z-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
