using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// The article page with a highlighted citation, in a real browser. With <c>BOT_PICTURES</c> set to a folder, its pictures are put there.
/// </summary>
public sealed class ArticleInBrowserTests(ReadersPage page)
{
    private const string Question = "How long is Line 1?";

    [Theory]
    [InlineData("desktop", 1280, 900, ColorScheme.Light)]
    [InlineData("desktop-dark", 1280, 900, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("phone-dark", 390, 844, ColorScheme.Dark)]
    public async Task A_cited_article_shows_its_words_and_has_no_serious_accessibility_fault(string name, int width, int height, ColorScheme scheme)
    {
        await using var reader = await page.ReaderAsync(width, height, scheme);
        var citation = await CiteAsync(page.Address, TestContext.Current.CancellationToken);

        await reader.Page.GotoAsync($"/c/{citation.GetProperty("id").GetString()}");

        Assert.Equal(citation.GetProperty("quote").GetString(), await reader.MarkedAsync());
        Assert.True(await reader.InViewAsync(reader.Mark.First), "The cited words are not in view.");
        await reader.PictureAsync($"article-{name}");
        await reader.FindNoFaultAsync();
    }

    private static async Task<JsonElement> CiteAsync(Uri host, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = host };
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = Question, article = "hallowmere-tram-opens" }, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("citations")[0].Clone();
    }
}
