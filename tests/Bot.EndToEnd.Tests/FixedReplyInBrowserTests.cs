using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>A fixed reply beside an article: its source is another site, where only the reader goes, and by a click.</summary>
public sealed class FixedReplyInBrowserTests(ReadersPage page)
{
    private const string Source = "https://newsroom.example/corrections";

    [Fact]
    public async Task The_number_of_a_fixed_reply_shows_its_words_and_leads_to_its_source()
    {
        await using var reader = await page.NewcomerAsync();
        var asked = 0;
        await reader.Page.RouteAsync("https://newsroom.example/**", route =>
        {
            asked++;
            return route.FulfillAsync(new() { Body = "The corrections desk", ContentType = "text/plain" });
        });
        await reader.OpenAnswerAsync("How do I report an error?");

        await reader.Numbers.First.HoverAsync();
        var preview = reader.Page.Locator("#preview");
        await Assertions.Expect(preview).ToContainTextAsync("Write to corrections@newsroom.example, and name the article and the words that are wrong.");
        await Assertions.Expect(preview).ToContainTextAsync("The corrections desk");
        Assert.Equal(0, asked);
        await reader.FindNoFaultAsync();

        await reader.Numbers.First.ClickAsync();
        await reader.Page.WaitForURLAsync(Source);
        Assert.Equal(1, asked);
    }
}
