using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>The chat for readers who use no mouse, read from right to left, or in the dark.</summary>
public sealed class ChatByKeyboardTests(ReadersPage page)
{
    private const string Question = "How long is Line 1?";
    private const string Words = "Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops.";

    [Fact]
    public async Task Everything_from_the_question_to_the_cited_words_is_done_by_keyboard()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenArticleAsync();
        var keys = reader.Page.Keyboard;

        await TabToAsync(reader, "#chat-open");
        await keys.PressAsync("Enter");
        await Assertions.Expect(reader.SendBox).ToBeFocusedAsync();
        await keys.TypeAsync(Question);
        await keys.PressAsync("Enter");
        await Assertions.Expect(reader.Numbers.First).ToBeVisibleAsync();
        await Assertions.Expect(reader.SendBox).ToBeFocusedAsync();

        // As Web Chat's own help says: back to the messages, into the last one, on to its links.
        await TabToAsync(reader, "[role='feed'], .webchat__basic-transcript", "Shift+Tab");
        await keys.PressAsync("Enter");
        await TabToAsync(reader, "#chat a[href*='/c/']");
        await keys.PressAsync("Enter");

        await Assertions.Expect(reader.Mark.First).ToBeFocusedAsync();
        Assert.Equal(Words, await reader.MarkedAsync());
    }

    [Fact]
    public async Task Escape_closes_the_chat_and_leads_back_to_where_it_was_opened()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenArticleAsync();
        await reader.OpenChatAsync();

        await reader.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(reader.Chat).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator("#chat-open")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task While_the_sheet_is_open_nothing_behind_it_can_be_reached()
    {
        await using var reader = await page.ReaderAsync(390, 844);
        await reader.OpenArticleAsync();
        await reader.OpenChatAsync();

        for (var press = 0; press < 12; press++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            Assert.True(await reader.Page.EvaluateAsync<bool>("document.activeElement === document.body || document.getElementById('chat').contains(document.activeElement)"));
        }
    }

    [Fact]
    public async Task Selected_words_are_asked_about_with_the_mouse_and_by_keyboard()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenArticleAsync();
        await reader.OpenChatAsync();

        foreach (var byKeyboard in new[] { false, true })
        {
            await reader.Page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('article h2'))");
            await Assertions.Expect(reader.Page.Locator(".ask-words")).ToBeVisibleAsync();
            if (byKeyboard)
            {
                await reader.Page.Keyboard.PressAsync("Tab");
                await Assertions.Expect(reader.Page.Locator(".ask-words")).ToBeFocusedAsync();
                await reader.Page.Keyboard.PressAsync("Enter");
            }
            else
            {
                await reader.PictureAsync("page-selection");
                await reader.Page.Locator(".ask-words").ClickAsync();
            }

            await Assertions.Expect(reader.SendBox).ToHaveValueAsync("What does the article say about “What it cost”?");
            await Assertions.Expect(reader.SendBox).ToBeFocusedAsync();
            await Assertions.Expect(reader.Page.Locator(".ask-words")).ToBeHiddenAsync();
            await reader.SendBox.FillAsync("");
        }
    }

    [Fact]
    public async Task The_chat_follows_the_readers_change_to_the_dark()
    {
        await using var reader = await page.ReaderAsync();
        await reader.OpenAnswerAsync(Question);
        var light = await ColourAsync(reader);

        await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await reader.Page.WaitForFunctionAsync($"light => getComputedStyle(document.querySelector('{Bubble}')).backgroundColor !== light", light);

        await reader.PictureAsync("page-dark");
        await reader.FindNoFaultAsync();
    }

    [Fact]
    public async Task From_right_to_left_the_chat_stands_at_the_left_and_the_article_stays_as_it_is()
    {
        await using var reader = await page.ReaderAsync();

        await reader.OpenAnswerAsync(Question, "?lang=ar");
        await reader.PictureAsync("page-arabic");

        Assert.Equal(0, (await reader.Chat.BoundingBoxAsync())!.X);
        await Assertions.Expect(reader.Page.Locator("article[lang='en'][dir='ltr']")).ToBeVisibleAsync();
        await Assertions.Expect(reader.SendBox).ToHaveAttributeAsync("placeholder", "اكتب رسالتك");
        await reader.FindNoFaultAsync();
    }

    private const string Bubble = ".webchat__bubble__content";

    private static Task<string> ColourAsync(Reader reader) => reader.Page.EvaluateAsync<string>($"getComputedStyle(document.querySelector('{Bubble}')).backgroundColor");

    private static async Task TabToAsync(Reader reader, string selector, string key = "Tab")
    {
        for (var press = 0; press < 60; press++)
        {
            await reader.Page.Keyboard.PressAsync(key);
            if (await reader.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{key} never came to '{selector}'.");
    }
}
