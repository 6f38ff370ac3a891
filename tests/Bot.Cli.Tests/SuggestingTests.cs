namespace Bot.Cli.Tests;

public sealed class SuggestingTests : IDisposable
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

    [Theory]
    [InlineData("hallowmere-tram-opens")]
    [InlineData("niederhainbach-freibad")]
    [InlineData("puerto-almeja-faro")]
    public async Task Drafts_name_the_passage_that_answers_and_pass_as_they_are(string slug)
    {
        Assert.Equal(ExitCode.Done, await RunAsync("suggest-tests", slug, "--count", "3"));

        var drafts = _output.ToString();
        Assert.InRange(drafts.Split("- question: ").Length - 1, 2, 3);
        Assert.Contains($"# {slug}#", drafts, StringComparison.Ordinal);
        _folder.Write("drafts.yaml", drafts);
        Assert.Equal(ExitCode.Done, await RunAsync("test", Path.Combine(_folder.Path, "drafts.yaml")));
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_named()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("suggest-tests", "hallowmere-tram"));

        Assert.Contains("There is no article 'hallowmere-tram'; the closest is 'hallowmere-tram-opens'", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: Root));
}
