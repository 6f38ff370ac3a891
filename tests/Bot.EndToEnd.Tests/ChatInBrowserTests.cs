using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>The chat beside an article, in a real browser.</summary>
public sealed class ChatInBrowserTests(ReadersPage page) : IClassFixture<ReadersPage>
{
    private const string Question = "How long is Line 1?";
    private const string Words = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops.";

    [Fact]
    public async Task A_question_is_answered_and_its_number_leads_to_the_exact_words()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenArticleAsync();
        await reader.OpenChatAsync();

        await reader.AskAsync(Question);
        await reader.PictureAsync("page-answer");
        await reader.Numbers.First.ClickAsync();

        await Assertions.Expect(reader.Mark.First).ToBeFocusedAsync();
        Assert.Equal(Words, await reader.MarkedAsync());
        Assert.True(await reader.InViewAsync(reader.Mark.First), "The cited words are not in view.");
        await reader.PictureAsync("page-desktop");
        await reader.FindNoFaultAsync();
    }
}
