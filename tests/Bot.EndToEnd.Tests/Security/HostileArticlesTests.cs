using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.EndToEnd.Tests.Security;

/// <summary>
/// Articles, questions and a model that attack, in a real browser, at the reader's page and at the desk: nothing is obeyed, nothing runs, nothing is
/// fetched from elsewhere, and no answer links to where it should not. With <c>BOT_PICTURES</c> set to a folder, its pictures are put there.
/// </summary>
public sealed class HostileArticlesTests(ReadersPage page, HostileHost hostile) : IClassFixture<HostileHost>
{
    private const string Held = "The quarry in Dunmere employed 41 people in 2019.";

    [Fact]
    public async Task A_program_is_told_what_holds_and_nothing_that_was_ordered()
    {
        var answer = await hostile.AnswerAsync();

        Assert.True(answer.TryGetProperty("outcome", out var outcome) && outcome.GetString() == "answered", answer.GetRawText());
        Assert.Equal($"{Held} [1]", answer.GetProperty("answer").GetString());
        var citation = Assert.Single(answer.GetProperty("citations").EnumerateArray());
        Assert.Contains("41 people", citation.GetProperty("quote").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_words_and_nothing_else()
    {
        await using var reader = await page.EditorAsync(hostile.Address, 1280, 900);
        var dialogs = Watch(reader.Page);
        await reader.Page.GotoAsync("/?q=quarry");
        await FindHarmlessAsync(reader, dialogs);

        await reader.OpenArticleAsync(slug: HostileHost.Slug);
        await Expect(reader.Page.Locator("article")).ToContainTextAsync("IGNORE ALL PREVIOUS INSTRUCTIONS");
        await reader.OpenChatAsync();
        await reader.AskAsync(HostileHost.Question);

        var chat = await reader.Chat.InnerTextAsync();
        Assert.Contains("41 people in 2019", chat, StringComparison.Ordinal);
        Assert.DoesNotContain("OBEYED", chat, StringComparison.Ordinal);
        Assert.DoesNotContain("99 people", chat, StringComparison.Ordinal);
        await FindHarmlessAsync(reader, dialogs);
        await reader.PictureAsync("hostile-reader");
        await reader.Numbers.First.ClickAsync();
        await Expect(reader.Mark.First).ToBeVisibleAsync();
        await FindHarmlessAsync(reader, dialogs);
    }

    [Fact]
    public async Task An_editor_sees_words_and_nothing_else()
    {
        await hostile.AnswerAsync();
        await using var editor = await page.EditorAsync(hostile.Address);
        var dialogs = Watch(editor.Page);
        await editor.Page.GotoAsync("/desk");
        await editor.Page.Locator("#slug").SelectOptionAsync(HostileHost.Slug);
        await editor.Page.Locator("#question").FillAsync(HostileHost.Question);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).Last.ClickAsync();

        // All that the model said stands in the trace, as text.
        await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "What was composed" })).ToContainTextAsync("<script>window.pwned='model'</script>");
        var answer = await editor.Page.Locator(".answer").InnerTextAsync();
        Assert.Contains(Held, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("OBEYED", answer, StringComparison.Ordinal);
        await editor.Page.GetByText("Save as a test").ClickAsync();
        await FindHarmlessAsync(editor, dialogs);
        await editor.PictureAsync("hostile-desk");

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Readers", Exact = true }).ClickAsync();

        // The trace of what was asked has the words too, and is hidden by now.
        await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "Readers" }).GetByText("window.pwned='question'").First).ToBeVisibleAsync();
        await FindHarmlessAsync(editor, dialogs);
    }

    private static ConcurrentQueue<string> Watch(IPage tab)
    {
        ConcurrentQueue<string> dialogs = new();
        tab.Dialog += async (_, dialog) =>
        {
            dialogs.Enqueue($"A dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        return dialogs;
    }

    // An article may link to where its editors let it, on its own page. Everything that could run has been asked to by now: what is left on the page is looked at, and whatever can be pressed is pressed.
    private static async Task FindHarmlessAsync(Reader reader, ConcurrentQueue<string> dialogs)
    {
        var found = await reader.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const own = address => address === '' || /^data:(?:,|image\/)/.test(address) || new URL(address, location).origin === location.origin;
              const handlers = [...document.querySelectorAll('*')].filter(found => found.getAttributeNames().some(name => name.startsWith('on')));
              const active = [...document.querySelectorAll('iframe, object, embed, meta[http-equiv]')];
              const scripts = [...document.querySelectorAll('script')].filter(script => !script.src || !own(script.src));
              const loaded = [...document.querySelectorAll('img, link[rel=stylesheet], video, audio, source')].filter(found => !own(found.src || found.href || ''));
              const links = [...document.querySelectorAll('a[href], form[action], area[href]')].filter(link => !/^https?:/.test(link.href ?? link.action) || (!link.closest('article') && /evil\.example/.test(link.href ?? link.action)));
              document.querySelectorAll('article b, article svg').forEach(pressed => pressed.dispatchEvent(new MouseEvent('click', { bubbles: true })));
              await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)));
              return [...[...handlers, ...active, ...scripts, ...loaded, ...links].map(found => found.outerHTML), ...[window.pwned ?? []].flat().map(pwned => `ran: ${pwned}`)];
            }
            """);
        await reader.FindNothingAmissAsync([.. found, .. dialogs]);
    }
}
