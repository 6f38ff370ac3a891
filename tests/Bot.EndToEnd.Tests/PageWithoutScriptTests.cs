using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>What works in a browser that runs no script, and what the page costs those who open no chat.</summary>
public sealed class PageWithoutScriptTests(ReadersPage page)
{
    private const string Question = "How long is Line 1?";
    private const string Words = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops.";

    [Theory]
    [InlineData("desktop", 1280, 900)]
    [InlineData("phone", 390, 844)]
    public async Task A_question_is_answered_and_its_number_leads_to_the_exact_words(string name, int width, int height)
    {
        await using var reader = await page.ReaderWithoutScriptAsync(width, height);
        await reader.OpenArticleAsync();

        await reader.Page.Locator("#chat-open").ClickAsync();
        await reader.Page.Locator("#question").FillAsync(Question);
        await reader.Page.Locator("#question").PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("#answer .asked")).ToHaveTextAsync(Question);
        await reader.PictureAsync($"form-{name}");
        await reader.FindNothingAmissAsync();
        await reader.Page.Locator("#answer .number").First.ClickAsync();

        await Assertions.Expect(reader.Mark.First).ToBeVisibleAsync();
        Assert.Equal(Words, await reader.MarkedAsync());
        Assert.True(await reader.InViewAsync(reader.Mark.First), "The cited words are not in view.");
    }

    [Theory]
    [InlineData("home", "/", 1280, 900, ColorScheme.Light)]
    [InlineData("home-phone-dark", "/?lang=ar", 390, 844, ColorScheme.Dark)]
    [InlineData("search", "/?q=bridge", 1280, 900, ColorScheme.Light)]
    [InlineData("article-dark", "/articles/islamic-state-loses-its-last-village", 1280, 900, ColorScheme.Dark)]
    public async Task The_pages_have_no_serious_fault(string name, string address, int width, int height, ColorScheme scheme)
    {
        await using var reader = await page.ReaderAsync(width, height, scheme);

        await reader.Page.GotoAsync(address);

        await reader.PictureAsync(name);
        await reader.FindNoFaultAsync();
    }

    [Fact]
    public async Task An_answer_above_its_article_has_no_serious_fault()
    {
        await using var reader = await page.ReaderAsync();
        await reader.Page.GotoAsync("/");
        await reader.Page.Locator("#question").FillAsync(Question);
        await reader.Page.Locator("#question").PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("#answer .number").First).ToBeVisibleAsync();
        await reader.FindNoFaultAsync();
        await reader.Page.Locator("#answer .number").First.ClickAsync();

        await Assertions.Expect(reader.Mark.First).ToBeVisibleAsync();
        await reader.PictureAsync("form-cited");
        await reader.FindNoFaultAsync();
    }

    [Fact]
    public async Task An_article_costs_little_until_its_reader_opens_the_chat()
    {
        await using var reader = await page.NewcomerAsync();

        await reader.OpenArticleAsync();
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var first = reader.Bytes;
        await reader.OpenChatAsync();

        Assert.InRange(first, 5_000, 40_000);
        Assert.InRange(reader.Bytes, 600_000, 800_000);
    }
}
