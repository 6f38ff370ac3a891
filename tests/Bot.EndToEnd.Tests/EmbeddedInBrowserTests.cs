using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>The chat in a page of another site.</summary>
public sealed class EmbeddedInBrowserTests(ReadersPage page)
{
    private const string Words = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops.";

    [Fact]
    public async Task A_site_that_may_shows_the_chat_and_its_numbers_open_our_article_with_the_words_marked()
    {
        await using var reader = await page.ReaderAsync();
        await reader.Page.GotoAsync($"{page.Newsroom.Address}?bot={page.Address}&lang=de");
        var frame = reader.Page.FrameLocator("iframe");

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Fragen zu diesem Artikel" }).ClickAsync();
        var box = frame.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync("How long is Line 1?");
        await box.PressAsync("Enter");
        var number = frame.Locator("a[href*='/c/'][aria-label]").First;
        await Assertions.Expect(number).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("^Quelle 1: "));
        await reader.PictureAsync("embedded");
        var article = await reader.Page.RunAndWaitForPopupAsync(() => number.ClickAsync());

        await Assertions.Expect(article.Locator("article mark").First).ToHaveTextAsync(Words);
        await frame.Locator(".chat-close").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("iframe")).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Fragen zu diesem Artikel" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task No_other_site_can_show_it()
    {
        await using var reader = await page.ReaderAsync();
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        reader.Page.Console += (_, said) => _ = said.Text.Contains("frame-ancestors", StringComparison.Ordinal) && refused.TrySetResult(said.Text);
        await reader.Page.GotoAsync($"{page.Newsroom.Stranger}?bot={page.Address}&lang=en");

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Ask about this article" }).ClickAsync();

        Assert.Contains(page.Newsroom.Address.GetLeftPart(UriPartial.Authority), await refused.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Assertions.Expect(reader.Page.FrameLocator("iframe").Locator("#chat")).ToHaveCountAsync(0);
    }
}
