using System.Text.Json;

namespace Bot.Cli.Tests;

/// <summary>From a page to a published article, at the command line.</summary>
public sealed class ImportingTests : IDisposable
{
    private const string Page = """
        <html lang="en"><title>The bridge falls</title><link rel="canonical" href="https://news.example/bridge"><article><p>The bridge fell on Monday.</p>
        <figure><img src="a.jpg"><figcaption>The bridge on Sunday. Photo: Nora Lie</figcaption></figure></article></html>
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public ImportingTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "knowledge"));
        _folder.Write("saved.html", Page);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task A_saved_page_becomes_a_draft_whose_passages_are_shown_and_is_published()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("import", "saved.html"));
        Assert.StartsWith("Draft written: the-bridge-falls.md: 2 passages\nLook at it: Only ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("the-bridge-falls#2 caption", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("    (credit: Nora Lie)\n", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Error, await RunAsync("passages", "the-bridge-falls"));
        Assert.Equal(ExitCode.Done, await RunAsync("status", "the-bridge-falls", "published"));
        Assert.EndsWith("the-bridge-falls was draft, and is published now.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await RunAsync("ask", "When did the bridge fall?"));
        Assert.Contains("Monday", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_says_what_was_written()
    {
        Assert.Equal(ExitCode.Done, await RunAsync("import", "saved.html", "--json", "--slug", "news/bridge"));

        var line = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(("created", "news/bridge.md", "news/bridge", "https://news.example/bridge", 2), (
            line.GetProperty("kind").GetString(), line.GetProperty("file").GetString(), line.GetProperty("slug").GetString(), line.GetProperty("source").GetString(), line.GetProperty("passages").GetInt32()));
        Assert.True(File.Exists(Path.Combine(_folder.Path, "knowledge", "news", "bridge.md")));
    }

    [Fact]
    public async Task A_private_address_is_refused_in_one_line_unless_the_setting_allows_it()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("import", "http://127.0.0.1:1/"));
        Assert.Equal("'http://127.0.0.1:1/' is not asked: '127.0.0.1' is at 127.0.0.1, which is not on the public internet. If it is in an intranet of yours, set Import:AllowPrivateAddresses to true.\n", _errors.ToString());

        _folder.Write("appsettings.json", """{ "Import": { "AllowPrivateAddresses": true } }""");
        Assert.Equal(ExitCode.Error, await RunAsync("import", "http://127.0.0.1:1/"));
        Assert.Contains("'http://127.0.0.1:1/' cannot be got: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_of_importing_are_named_at_once()
    {
        _folder.Write("appsettings.json", """{ "Import": { "MaxBytes": 1, "MaxRedirects": 99, "Within": "1.00:00:00", "StallTimeout": "00:00:00", "MostEntries": 0, "StaleAfter": "00:00:01" } }""");

        Assert.Equal(ExitCode.Error, await RunAsync("import", "saved.html"));

        Assert.All(["MaxBytes", "MaxRedirects", "Within", "StallTimeout", "MostEntries", "StaleAfter"], name => Assert.Contains(name, _errors.ToString(), StringComparison.Ordinal));
        Assert.Equal(6, _errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task An_article_that_is_not_there_has_no_status()
    {
        Assert.Equal(ExitCode.Error, await RunAsync("status", "the-bridge", "draft"));

        Assert.Equal("There is no article 'the-bridge'. 'passages --editor' lists them, drafts too.\n", _errors.ToString());
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, TestSurroundings.With(_output, _errors, folder: _folder.Path));
}
