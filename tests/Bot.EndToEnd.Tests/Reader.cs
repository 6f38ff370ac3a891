using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>A reader at the page, who notices what a browser complains of and where it asks.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private const float Patience = 30_000;

    private readonly Func<Task> _leave;
    private readonly Uri _home;
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _elsewhere = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();
    private long _bytes;

    private Reader(IPage page, Uri home, Func<Task> leave) => (Page, _home, _leave) = (page, home, leave);

    public IPage Page { get; }

    /// <summary>The cited words as they are marked in the article.</summary>
    public ILocator Mark => Page.Locator("article mark");

    public ILocator Chat => Page.Locator("#chat");

    public ILocator SendBox => Page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>The numbers in answers.</summary>
    public ILocator Numbers => Page.Locator("#chat a[href*='/c/'][aria-label]");

    /// <summary>All that was asked of the host.</summary>
    public IEnumerable<IRequest> Requests => _requests;

    /// <summary>The bytes that came over the wire so far, heads included.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public static async Task<Reader> ComeAsync(IPage page, Uri home, Func<Task> leave)
    {
        page.SetDefaultTimeout(Patience);
        var reader = new Reader(page, home, leave);
        await reader.WatchAsync();
        return reader;
    }

    public Task OpenArticleAsync(string query = "", string slug = "hallowmere-tram-opens") => Page.GotoAsync($"/articles/{slug}{query}");

    /// <summary>Opens the chat and waits until one can write.</summary>
    public async Task OpenChatAsync()
    {
        await Page.Locator("#chat-open").ClickAsync();
        await Assertions.Expect(SendBox).ToBeFocusedAsync();
    }

    /// <summary>The article with an answer beside it.</summary>
    public async Task OpenAnswerAsync(string question, string query = "")
    {
        await OpenArticleAsync(query);
        await OpenChatAsync();
        await AskAsync(question);
    }

    /// <summary>Asks in the chat, and waits for the answer's first number.</summary>
    public async Task AskAsync(string question)
    {
        await SendBox.FillAsync(question);
        await SendBox.PressAsync("Enter");
        await Assertions.Expect(Numbers.First).ToBeVisibleAsync();
    }

    /// <summary>Answers the first request to an address in the host's place.</summary>
    public async Task AnswerOnceAsync(string address, int status)
    {
        // Not with Times: Playwright, while it ends an interception, may lose sight of the next request, which the page sends at that moment.
        var isAnswered = false;
        await Page.RouteAsync(address, route => Interlocked.Exchange(ref isAnswered, true) ? route.ContinueAsync() : route.FulfillAsync(new() { Status = status }));
    }

    public async Task<string> MarkedAsync() => string.Concat(await Mark.AllInnerTextsAsync());

    public async Task<bool> InViewAsync(ILocator what) =>
        await what.BoundingBoxAsync() is { } box && box.Y >= 0 && box.Y + box.Height <= Page.ViewportSize!.Height;

    /// <summary>No serious fault for those who read with their ears or by keyboard, and nothing else amiss.</summary>
    public async Task FindNoFaultAsync()
    {
        var faults = await Page.RunAxe();
        string[] serious = [.. faults.Violations.Where(fault => fault.Impact is "serious" or "critical").SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help}: {node.Html}"))];
        await FindNothingAmissAsync(serious);
    }

    /// <summary>No complaint of the browser, no request to elsewhere, nothing beyond the edge of the screen.</summary>
    /// <param name="faults">What else was found.</param>
    public async Task FindNothingAmissAsync(params string[] faults)
    {
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the screen.");

        // In full: the framework's own message cuts what matters.
        string[] all = [.. faults, .. _complaints, .. _elsewhere];
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

    public async ValueTask DisposeAsync() => await _leave();

    private void Note(string address)
    {
        if (new Uri(address) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Authority != _home.Authority)
        {
            _elsewhere.Enqueue(address);
        }
    }

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
        Page.WebSocket += (_, socket) => Note(socket.Url);
        Page.Request += (_, request) =>
        {
            _requests.Enqueue(request);
            Note(request.Url);
        };
        var network = await Page.Context.NewCDPSessionAsync(Page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, told) => Interlocked.Add(ref _bytes, told?.GetProperty("encodedDataLength").GetInt64() ?? 0);
    }
}
