using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>The chat beside an article, in a real browser. With <c>BOT_PICTURES</c> set to a folder, its pictures are put there.</summary>
public sealed class ChatInBrowserTests(ReadersPage page)
{
    private const string Question = "How long is Line 1?";
    private const string Title = "Hallowmere's first tram line opens after nine years of building";
    private const string Words = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops.";

    [Fact]
    public async Task The_number_of_an_answer_leads_to_the_exact_words_in_the_article_beside_it()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenAnswerAsync(Question);

        await Assertions.Expect(reader.Numbers.First).ToHaveAccessibleNameAsync($"Source 1: {Title}");
        await reader.Numbers.First.ClickAsync();

        await Assertions.Expect(reader.Mark.First).ToBeFocusedAsync();
        Assert.Equal(Words, await reader.MarkedAsync());
        Assert.True(await reader.InViewAsync(reader.Mark.First), "The cited words are not in view.");
        await Assertions.Expect(reader.Chat).ToBeVisibleAsync();
        await reader.PictureAsync("page-desktop");
        await reader.FindNoFaultAsync();
    }

    [Fact]
    public async Task Going_back_shows_the_article_as_it_was_before()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenAnswerAsync(Question);
        await reader.Numbers.First.ClickAsync();
        await Assertions.Expect(reader.Mark.First).ToBeFocusedAsync();

        await reader.Page.GoBackAsync();

        await Assertions.Expect(reader.Mark).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Numbers.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_the_chat_is_a_sheet_that_makes_way_for_the_cited_words()
    {
        await using var reader = await page.ReaderAsync(390, 844);
        await reader.OpenAnswerAsync(Question);

        await Assertions.Expect(reader.Chat).ToHaveRoleAsync(AriaRole.Dialog);
        await reader.PictureAsync("page-phone-sheet");
        await reader.FindNoFaultAsync();
        await reader.Numbers.First.ClickAsync();

        await Assertions.Expect(reader.Mark.First).ToBeFocusedAsync();
        await Assertions.Expect(reader.Chat).ToBeHiddenAsync();
        Assert.Equal(Words, await reader.MarkedAsync());
        Assert.True(await reader.InViewAsync(reader.Mark.First), "The cited words are not in view.");
        await Assertions.Expect(reader.Page.Locator("#chat-open")).ToHaveTextAsync("Back to the chat");
        await reader.PictureAsync("page-phone");
    }

    [Fact]
    public async Task Pointing_at_a_number_shows_the_exact_words_and_asks_for_them_once()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenAnswerAsync(Question);
        var preview = reader.Page.Locator("#preview");

        await reader.Numbers.First.HoverAsync();
        await Assertions.Expect(preview.Locator("q")).ToHaveTextAsync(Words);
        await Assertions.Expect(preview.Locator("cite")).ToHaveTextAsync(Title);
        await reader.PictureAsync("page-preview");
        await reader.SendBox.HoverAsync();
        await Assertions.Expect(preview).ToBeHiddenAsync();
        await reader.Numbers.First.FocusAsync();
        await Assertions.Expect(preview).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(preview).ToBeHiddenAsync();
        await Assertions.Expect(reader.Chat).ToBeVisibleAsync();
        Assert.Single(reader.Requests, request => request.Url.Contains("/c/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reload_and_another_articles_page_go_on_with_the_same_conversation()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenAnswerAsync(Question);

        await reader.Page.ReloadAsync();
        await Assertions.Expect(reader.Numbers.First).ToBeVisibleAsync();
        await reader.OpenArticleAsync(slug: "puerto-almeja-faro");
        await Assertions.Expect(reader.Numbers.First).ToBeVisibleAsync();
        await reader.SendBox.FillAsync("¿Cuándo?");
        await reader.Page.RunAndWaitForRequestFinishedAsync(
            () => reader.SendBox.PressAsync("Enter"),
            new() { Predicate = request => request.Url.EndsWith("/activities", StringComparison.Ordinal) });
        await reader.Numbers.First.ClickAsync();

        await Assertions.Expect(reader.Mark.First).ToHaveTextAsync(Words);
        await Assertions.Expect(reader.Chat.GetByText(Question, new() { Exact = true }).First).ToBeVisibleAsync();
        var said = reader.Requests.Where(request => request.Method == "POST" && request.Url.EndsWith("/activities", StringComparison.Ordinal)).Select(request => request.PostData!).ToArray();
        Assert.Collection(
            said,
            first => Assert.Contains("\"botArticle\":\"hallowmere-tram-opens\"", first, StringComparison.Ordinal),
            second => Assert.Contains("\"botArticle\":\"puerto-almeja-faro\"", second, StringComparison.Ordinal));
        Assert.Single(reader.Requests, request => request.Method == "POST" && request.Url.EndsWith("/conversations", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("**/tokens/refresh", 403)]
    [InlineData("**/conversations/*?watermark=", 404)]
    public async Task A_conversation_that_has_ended_gives_way_to_a_new_one(string asked, int answered)
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenAnswerAsync(Question);
        await reader.AnswerOnceAsync(asked, answered);

        await reader.Page.ReloadAsync();
        await Assertions.Expect(reader.SendBox).ToBeVisibleAsync();
        await Assertions.Expect(reader.Numbers).ToHaveCountAsync(0);
        await reader.AskAsync(Question);

        Assert.Equal(2, reader.Requests.Count(request => request.Url.EndsWith("/tokens/generate", StringComparison.Ordinal)));
    }
}
