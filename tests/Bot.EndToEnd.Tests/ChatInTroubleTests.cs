using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>What readers are told when the chat cannot do its work, and what works all the same.</summary>
public sealed class ChatInTroubleTests(ReadersPage page)
{
    private const string Question = "How long is Line 1?";

    [Fact]
    public async Task A_lost_connection_is_told()
    {
        await using var reader = await page.ReaderAsync();
        var opened = new TaskCompletionSource<IWebSocketRoute>(TaskCreationOptions.RunContinuationsAsynchronously);
        await reader.Page.RouteWebSocketAsync("**/*", socket =>
        {
            socket.ConnectToServer();
            opened.TrySetResult(socket);
        });
        await reader.OpenArticleAsync();
        await reader.OpenChatAsync();

        // The chat is there a little before its socket.
        await (await opened.Task.WaitAsync(TestContext.Current.CancellationToken)).CloseAsync();

        await Assertions.Expect(reader.Page.Locator(".chat-state")).ToHaveTextAsync("The connection is lost. It is tried again by itself; nothing you asked is lost.");
    }

    [Fact]
    public async Task When_the_chat_cannot_be_opened_it_says_so_and_opens_when_asked_again()
    {
        await using var reader = await page.ReaderAsync();
        await reader.AnswerOnceAsync("**/tokens/generate", 503);
        await reader.OpenArticleAsync();

        await reader.Page.Locator("#chat-open").ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".chat-state")).ToContainTextAsync("The chat cannot be opened now.");
        await reader.Page.Locator(".chat-state button").ClickAsync();

        await Assertions.Expect(reader.SendBox).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.Locator(".chat-state")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task The_form_asks_in_the_chat_and_answers_by_itself_when_there_is_none()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenArticleAsync();
        await reader.Page.Locator("#question").FillAsync(Question);
        await reader.Page.Locator("#ask button").ClickAsync();
        await Assertions.Expect(reader.Numbers.First).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("#question")).ToHaveValueAsync("");

        await using var without = await page.ReaderAsync();
        await without.Page.RouteAsync("**/tokens/generate", route => route.AbortAsync());
        await without.OpenArticleAsync();
        await without.Page.Locator("#question").FillAsync(Question);
        await without.Page.Locator("#ask button").ClickAsync();

        await Assertions.Expect(without.Page.Locator("#answer .asked")).ToHaveTextAsync(Question);
    }
}
