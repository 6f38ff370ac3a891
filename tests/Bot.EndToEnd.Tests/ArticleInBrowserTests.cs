using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// The article page with a highlighted citation, in a real browser. With <c>BOT_PICTURES</c> set to a folder, its pictures are put there.
/// </summary>
public sealed class ArticleInBrowserTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Question = "How long is Line 1?";

    [Theory]
    [InlineData("desktop", 1280, 900, ColorScheme.Light)]
    [InlineData("desktop-dark", 1280, 900, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("phone-dark", 390, 844, ColorScheme.Dark)]
    public async Task A_cited_article_shows_its_words_and_has_no_serious_accessibility_fault(string name, int width, int height, ColorScheme scheme)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}: install the package 'chromium'.");
        var stop = TestContext.Current.CancellationToken;
        await using var host = await HostProcess.StartAsync(RepositoryRoot.Find(), stop);
        var citation = await CiteAsync(host, stop);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, said) => complaints.Add(said.Text);

        await page.GotoAsync(new Uri(host.Address, $"/c/{citation.GetProperty("id").GetString()}").ToString());
        var mark = page.Locator("mark").First;
        var faults = await page.RunAxe();

        Assert.Equal(citation.GetProperty("quote").GetString(), await page.Locator("mark").AllInnerTextsAsync() is var texts ? string.Concat(texts) : null);
        Assert.True(await InViewAsync(mark, height), "The cited words are not in view.");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");
        Assert.Empty(faults.Violations.Where(fault => fault.Impact is "serious" or "critical").Select(fault => $"{fault.Id}: {fault.Help}"));
        Assert.DoesNotContain(complaints, said => said.Contains("Content Security Policy", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("BOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"article-{name}.png") });
        }
    }

    private static async Task<JsonElement> CiteAsync(HostProcess host, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = Question, article = "hallowmere-tram-opens" }, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("citations")[0].Clone();
    }

    private static async Task<bool> InViewAsync(ILocator mark, int height) =>
        await mark.BoundingBoxAsync() is { } box && box.Y >= 0 && box.Y + box.Height <= height;
}
