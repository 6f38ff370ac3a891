using System.Text.Json;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>A page with Web Chat, in a browser.</summary>
internal sealed class ChatPage(IPage page, Uri site, Uri host) : IAsyncDisposable
{
    private int _sockets;

    /// <summary>What stands in the conversation, from the top; each with who said it and when. What is read out to who cannot see is no part of it.</summary>
    public ILocator Messages => page.Locator("article.webchat__basic-transcript__activity");

    /// <summary>The bot's last words, with all that belongs to them.</summary>
    public ILocator Last => Messages.Last;

    public ILocator Page => page.Locator("body");

    /// <summary>How many WebSockets it opened.</summary>
    public int Sockets => _sockets;

    /// <summary>Opens it, and waits for the welcome.</summary>
    public async Task OpenAsync(string more = "")
    {
        page.WebSocket += (_, _) => Interlocked.Increment(ref _sockets);
        await page.GotoAsync($"{site}?host={host}{more}");
        await Messages.Filter(new() { HasText = "Hello! I am a bot." }).WaitForAsync();
    }

    /// <summary>Opens it where it may not work.</summary>
    public Task VisitAsync() => page.GotoAsync($"{site}?host={host}");

    /// <summary>Loads it again, in the same conversation.</summary>
    public async Task OpenAgainAsync()
    {
        var begun = await page.EvaluateAsync<JsonElement>("window.begun");
        await OpenAsync($"&conversation={begun.GetProperty("conversationId").GetString()}&token={begun.GetProperty("token").GetString()}");
    }

    /// <summary>Types and sends something.</summary>
    public async Task SayAsync(string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Types and sends something, and waits until it is shown as sent and answered with certain words.</summary>
    public async Task SayAsync(string text, string answer)
    {
        await SayAsync(text);
        await HearAsync(answer);
        await Messages.Filter(new() { HasText = "You said:" }).Last.Filter(new() { HasText = "Sent at" }).WaitForAsync();
    }

    /// <summary>Waits until the bot's last words have certain ones.</summary>
    public Task HearAsync(string words) => Messages.Filter(new() { HasText = "Bot said:" }).Filter(new() { HasText = words }).Last.WaitForAsync();

    /// <summary>Presses a button and waits until the host has taken it.</summary>
    public async Task PressAsync(ILocator button)
    {
        var response = await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), taken => taken.Request.Method == "POST" && taken.Url.EndsWith("/activities", StringComparison.Ordinal));
        Assert.True(response.Ok, $"The host took the press of a button with {response.Status}.");
    }

    /// <summary>The last button of a name: those before are read out to who cannot see.</summary>
    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>Chooses a file to send, and sends it.</summary>
    public async Task SendFileAsync(string name)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = "Some words."u8.ToArray() });
        await page.Locator("[data-id=webchat-sendbox-input]").PressAsync("Enter");
    }

    public Task<T> EvaluateAsync<T>(string script, object? argument = null) => page.EvaluateAsync<T>(script, argument);

    /// <summary>Takes a picture when <c>BOT_PICTURES</c> names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("BOT_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"webchat-{name}.png") });
        }
    }

    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
