using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Bot.EndToEnd.Tests.ReadersPage))]

namespace Bot.EndToEnd.Tests;

/// <summary>The host and a browser, started once for all tests.</summary>
public sealed class ReadersPage : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const float Patience = 60_000;

    private Newsroom? _newsroom;
    private HostProcess? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private IBrowserContext? _context;

    /// <summary>The browser; <see langword="null"/> where there is none.</summary>
    internal IBrowser? Browser => _browser;

    /// <summary>Where readers reach it.</summary>
    internal Uri Address => _host!.Address;

    /// <summary>Another site, which shows the chat in a frame.</summary>
    internal Newsroom Newsroom => _newsroom!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        // For a busy machine: what is there is seen at once.
        Assertions.SetDefaultExpectTimeout(Patience);
        _newsroom = await Newsroom.StartAsync();
        _host = await HostProcess.StartAsync(
            RepositoryRoot.Find(),
            new Dictionary<string, string>
            {
                ["Turns__PerAsker"] = "1000",
                ["Turns__PerConversation"] = "1000",
                ["Web__RequestsPerMinute"] = "100000",
                ["Web__EmbedOrigins__0"] = _newsroom.Address.GetLeftPart(UriPartial.Authority),
                ["DirectLine__ConversationsPerMinute"] = "1000",
                ["DirectLine__ActivitiesPerMinute"] = "1000",
            },
            TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();

        // Pages end before it pays to compile their scripts better.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--js-flags=--no-opt --no-maglev"] });
        _context = await _browser.NewContextAsync(new() { BaseURL = Address.ToString() });
    }

    /// <summary>A reader with a tab and a screen of their own.</summary>
    internal async Task<Reader> ReaderAsync(int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipUnless(_context is not null, $"There is no browser at {Chromium}: install the package 'chromium'.");

        // One browser for all: what Web Chat is compiled to is then kept from test to test. A tab has a chat of its own all the same.
        var tab = await _context.NewPageAsync();
        await tab.SetViewportSizeAsync(width, height);
        await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
        return await Reader.ComeAsync(tab, Address, () => tab.CloseAsync());
    }

    /// <summary>An editor at the desk of a host of their own.</summary>
    internal async Task<Reader> EditorAsync(Uri home, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipUnless(_browser is not null, $"There is no browser at {Chromium}: install the package 'chromium'.");
        var context = await _browser.NewContextAsync(new() { BaseURL = home.ToString(), ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });
        return await Reader.ComeAsync(await context.NewPageAsync(), home, () => context.CloseAsync());
    }

    /// <summary>A reader whose browser runs no script.</summary>
    internal Task<Reader> ReaderWithoutScriptAsync(int width, int height) => AloneAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = height } });

    /// <summary>A reader who has never been here: nothing is kept in their browser.</summary>
    internal Task<Reader> NewcomerAsync() => AloneAsync(new());

    private async Task<Reader> AloneAsync(BrowserNewContextOptions habits)
    {
        Assert.SkipUnless(_browser is not null, $"There is no browser at {Chromium}: install the package 'chromium'.");
        habits.BaseURL = Address.ToString();
        var context = await _browser.NewContextAsync(habits);
        return await Reader.ComeAsync(await context.NewPageAsync(), Address, () => context.CloseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_newsroom is not null)
        {
            await _newsroom.DisposeAsync();
        }
    }
}
