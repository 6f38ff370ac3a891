using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>A reader at the page, who notices what a browser complains of and where it asks.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _home;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _elsewhere = new();
    private long _bytes;

    private Reader(IBrowserContext context, IPage page, Uri home) => (_context, Page, _home) = (context, page, home);

    public IPage Page { get; }

    /// <summary>The cited words as they are marked in the article.</summary>
    public ILocator Mark => Page.Locator("article mark");

    public ILocator Chat => Page.Locator("#chat");

    public ILocator SendBox => Page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>The numbers in answers.</summary>
    public ILocator Numbers => Page.Locator("#chat a[href*='/c/'][aria-label]");

    /// <summary>The bytes that came over the wire so far, bodies only.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public static async Task<Reader> ComeAsync(IBrowserContext context, Uri home)
    {
        var reader = new Reader(context, await context.NewPageAsync(), home);
        await reader.WatchAsync();
        return reader;
    }

    public async Task OpenArticleAsync(string query = "") => await Page.GotoAsync($"/articles/hallowmere-tram-opens{query}");

    /// <summary>Opens the chat and waits until one can write.</summary>
    public async Task OpenChatAsync()
    {
        await Page.Locator("#chat-open").ClickAsync();
        await Assertions.Expect(SendBox).ToBeFocusedAsync();
    }

    /// <summary>Asks in the chat, and waits for the answer's first number.</summary>
    public async Task AskAsync(string question)
    {
        await SendBox.FillAsync(question);
        await SendBox.PressAsync("Enter");
        await Assertions.Expect(Numbers.First).ToBeVisibleAsync();
    }

    public async Task<string> MarkedAsync() => string.Concat(await Mark.AllInnerTextsAsync());

    public async Task<bool> InViewAsync(ILocator what) =>
        await what.BoundingBoxAsync() is { } box && box.Y >= 0 && box.Y + box.Height <= Page.ViewportSize!.Height;

    /// <summary>No serious fault for those who read with their ears or by keyboard, no complaint of the browser, no request to elsewhere.</summary>
    public async Task FindNoFaultAsync()
    {
        var faults = await Page.RunAxe();
        string[] serious = [.. faults.Violations.Where(fault => fault.Impact is "serious" or "critical").SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help}: {node.Html} {string.Join(";", node.Any.Concat(node.All).Concat(node.None).Select(c => c.Message + c.Data))}"))];
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");

        // In full: the framework's own message cuts what matters.
        string[] all = [.. serious, .. _complaints, .. _elsewhere];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    /// <summary>Keeps a picture where <c>BOT_PICTURES</c> says.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("BOT_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task WatchAsync()
    {
        Page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning" || said.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                _complaints.Enqueue(said.Text);
            }
        };
        Page.PageError += (_, error) => _complaints.Enqueue(error);
        _context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Authority != _home.Authority)
            {
                _elsewhere.Enqueue(request.Url);
            }
        };
        var network = await _context.NewCDPSessionAsync(Page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, told) => Interlocked.Add(ref _bytes, told?.GetProperty("encodedDataLength").GetInt64() ?? 0);
    }
}
