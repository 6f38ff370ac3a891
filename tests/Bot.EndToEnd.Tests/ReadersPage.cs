using System.Net;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests;

/// <summary>The host and a browser, started once for all tests of the page. A host without Direct Line gets a stand-in for it.</summary>
public sealed class ReadersPage : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private HostProcess? _host;
    private StandInDirectLine? _standIn;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where readers reach it.</summary>
    internal Uri Address => _standIn?.Address ?? _host!.Address;

    /// <summary>The stand-in; <see langword="null"/> when the host speaks Direct Line itself.</summary>
    internal StandInDirectLine? StandIn => _standIn;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _host = await HostProcess.StartAsync(RepositoryRoot.Find(), TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = _host.Address };
        using var probe = await client.PostAsync("/v3/directline/tokens/generate", null);
        _standIn = probe.StatusCode == HttpStatusCode.NotFound ? await StandInDirectLine.StartAsync(_host.Address) : null;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    /// <summary>A reader with a screen and habits of their own.</summary>
    internal async Task<Reader> ReaderAsync(BrowserNewContextOptions? habits = null)
    {
        Assert.SkipUnless(_browser is not null, $"There is no browser at {Chromium}: install the package 'chromium'.");
        habits ??= new();
        habits.BaseURL = Address.ToString();
        habits.ViewportSize ??= new() { Width = 1280, Height = 900 };
        return await Reader.ComeAsync(await _browser.NewContextAsync(habits), Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_standIn is not null)
        {
            await _standIn.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
