using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Bot.Evaluation.Cases.Comparing;
using Bot.Evaluation.Cases.Reports;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Tests.Cases.Reports;

public sealed class ReportTests : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Hostile = "</script><img src=x onerror=alert(1)> \"quoted\" & 'so' \u0001";

    private readonly CaseFolder _folder = new();

    public ReportTests() => With("hostile")
        .Write("knowledge/hostile.md", $"# Hostile {Hostile}\n\nThe whale <script>alert(2)</script> swam by in 1911. It was blue.\n")
        .Write("knowledge/bridge.tests.yaml", """
            - question: When was the bridge opened?
              article: bridge
              assert:
                - contains: "1911"
            - name: "<b>bad</b>\x01"
              question: When did the whale swim by?
              article: hostile
              model: "The whale <img src=x> swam by in 1912 [[1911]]. It was blue [[blue]]."
              assert:
                - repaired_max: 0
                - contains: "1912"
            - question: Is it kind?
              article: bridge
              assert:
                - judge: Kind.
            """);

    public void Dispose() => _folder.Dispose();

    private CaseFolder With(string article)
    {
        _folder.Articles[article] = CaseFolder.Public(article);
        return _folder;
    }

    [Fact]
    public async Task A_failure_says_what_was_expected_and_found_and_what_became_of_each_sentence()
    {
        var failed = (await _folder.RunAsync()).All.Single(result => !result.Passed);

        var lines = FailureText.Of(failed);

        Assert.Equal(["expected repaired_max: 0", "   found 1", "expected contains: 1912"], lines[..3]);
        Assert.Contains("question When did the whale swim by?", lines);
        Assert.Contains(lines, line => line.StartsWith(" dropped ", StringComparison.Ordinal) && line.Contains("1912", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("composed The whale", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Build_servers_can_read_what_failed_and_what_was_skipped()
    {
        using var stream = new MemoryStream();
        JUnitReport.Write(await _folder.RunAsync(), stream);
        stream.Position = 0;

        var suites = XDocument.Load(stream).Root!;

        Assert.Equal(("3", "1", "1"), ((string?)suites.Attribute("tests"), (string?)suites.Attribute("failures"), (string?)suites.Attribute("skipped")));
        var cases = suites.Elements("testsuite").Single(suite => (string?)suite.Attribute("name") == "knowledge/bridge.tests.yaml").Elements("testcase").ToArray();
        Assert.Equal(["When was the bridge opened?", "<b>bad</b>\ufffd", "Is it kind?"], cases.Select(each => (string?)each.Attribute("name")));
        Assert.Equal("expected repaired_max: 0", (string?)cases[1].Element("failure")!.Attribute("message"));
        Assert.Contains("no model is set", (string?)cases[2].Element("skipped")!.Attribute("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_each_case_with_each_variant_and_its_trace_behind_it()
    {
        var page = new HtmlParser().ParseDocument(Page(await _folder.RunAsync(variants: [new("one"), new("two")])));

        Assert.Equal(["case", "one", "two"], page.QuerySelectorAll(".matrix thead th").Select(cell => cell.TextContent));
        var links = page.QuerySelectorAll(".matrix td a").ToArray();
        Assert.Equal(["passed", "passed", "failed", "failed", "skipped", "skipped"], links.Select(link => link.TextContent));
        Assert.All(links, link => Assert.NotNull(page.QuerySelector($"section.trace{link.GetAttribute("href")}")));
        Assert.Contains("The whale <img src=x> swam by in 1912", page.QuerySelector("#t1-0")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_others_wrote_is_markup_in_the_page()
    {
        var page = new HtmlParser().ParseDocument(Page(await _folder.RunAsync()));

        Assert.Empty(page.QuerySelectorAll("img, b b, iframe, object, link"));
        Assert.Single(page.Scripts);
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style");
    }

    [Fact]
    public async Task The_page_loads_nothing_and_lets_only_its_own_two_blocks_count()
    {
        var text = Page(await _folder.RunAsync());
        var page = new HtmlParser().ParseDocument(text);
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src '{HashOf(page.Scripts.Single().Text)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src '{HashOf(page.QuerySelector("style")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[src], link[href]"));
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_runs_the_pages_own_script_under_its_policy()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}.");
        _folder.Write("report.html", Page(await _folder.RunAsync()));

        // Without its script the page has no filters: they would do nothing.
        var page = new HtmlParser().ParseDocument(await BrowsedAsync(_folder.PathOf("report.html")));

        Assert.False(page.QuerySelector("form.filters")!.HasAttribute("hidden"));
        Assert.True(page.QuerySelector("#none")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_comparison_is_on_the_page_with_its_differences_in_words()
    {
        var report = await _folder.RunAsync(variants: [new("one"), new("two")]);
        using var writer = new StringWriter();
        HtmlReport.Write(report, Comparison.Of(report, seed: 1), writer);

        var page = new HtmlParser().ParseDocument(writer.ToString());

        Assert.Equal(Measure.All.Select(measure => measure.Name), page.QuerySelectorAll(".figures tbody th").Select(cell => cell.TextContent.Split(" (sent")[0].Split(" (char")[0].Split(" (ms")[0].Split(" (tok")[0]));
        Assert.Contains(page.QuerySelectorAll("li"), item => item.TextContent.StartsWith("pass rate: no difference shown between 'one' and 'two'", StringComparison.Ordinal));
    }

    private static async Task<string> BrowsedAsync(string file)
    {
        var profile = Directory.CreateTempSubdirectory("bot-browser-");
        using var browser = Process.Start(new ProcessStartInfo(Chromium)
        {
            ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={profile.FullName}", "--dump-dom", new Uri(file).AbsoluteUri },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await browser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
        await errors;
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // What the browser leaves behind may still be written to; the machine's own tidying takes it.
        }

        return page;
    }

    private static string Page(TestReport report)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(report, comparison: null, writer);
        return writer.ToString();
    }

    private static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
