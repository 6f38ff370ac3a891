using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Bot.Host.Soak;

/// <summary>What the reader's page weighs and how soon it answers, for a reader who has never been there, in Debian's Chromium.</summary>
internal static class PageTest
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Article = "/articles/hallowmere-tram-opens";
    private const string Question = "How long is Line 1?";
    private const int Times = 5;

    public static async Task<int> RunAsync(Func<string, int, int> number, string? dll)
    {
        if (!File.Exists(Chromium))
        {
            Console.Error.WriteLine($"There is no browser at {Chromium}: install the package 'chromium'.");
            return 2;
        }

        await using var host = await SoakHost.StartAsync(dll, model: null);
        using var probe = await host.Client.PostAsync("/v3/directline/tokens/generate", null);
        var hasChat = probe.StatusCode != HttpStatusCode.NotFound;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        await WarmUpAsync(host);
        List<Visit> visits = [];
        for (var time = 0; time < number("--times", Times); time++)
        {
            visits.Add(await VisitAsync(browser, host.Client.BaseAddress!.ToString(), hasChat));
        }

        Print(visits, hasChat);
        return 0;
    }

    // The first question after a start is answered by code that is still being compiled.
    private static async Task WarmUpAsync(SoakHost host)
    {
        while ((await host.AskAsync(Question, Guid.NewGuid().ToString())).Status == StatusCodes.Status503ServiceUnavailable)
        {
            // A busy machine: again.
        }
    }

    private static async Task<Visit> VisitAsync(IBrowser browser, string address, bool hasChat)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = address });
        var page = await context.NewPageAsync();
        var bytes = 0L;
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, told) => Interlocked.Add(ref bytes, told?.GetProperty("encodedDataLength").GetInt64() ?? 0);
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(Article, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var (first, loaded) = (Interlocked.Read(ref bytes), await page.EvaluateAsync<double>("performance.timing.loadEventEnd - performance.timing.navigationStart"));
        var (open, answered) = (TimeSpan.Zero, TimeSpan.Zero);
        if (hasChat)
        {
            clock.Restart();
            await page.Locator("#chat-open").ClickAsync();
            await page.Locator("[data-id='webchat-sendbox-input']:focus").WaitForAsync();
            open = clock.Elapsed;
            await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(Question);
            clock.Restart();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("#chat a[href*='/c/'][aria-label]").First.WaitForAsync();
            answered = clock.Elapsed;
        }

        var withChat = Interlocked.Read(ref bytes);
        return new(first, loaded, withChat, open, answered, await AskByFormAsync(browser, address));
    }

    private static async Task<TimeSpan> AskByFormAsync(IBrowser browser, string address)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = address, JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Article);
        await page.Locator("#question").FillAsync(Question);
        var clock = Stopwatch.StartNew();
        await page.Locator("#question").PressAsync("Enter");
        await page.Locator("#answer .number").First.WaitForAsync();
        return clock.Elapsed;
    }

    private static void Print(List<Visit> visits, bool hasChat)
    {
        Console.WriteLine("| the article's page, first visit | median | most |\n|---|--:|--:|");
        Row("first load, bytes over the wire", visits.Select(visit => (double)visit.First));
        Row("first load, ms", visits.Select(visit => visit.Loaded));
        Row("question by the form → answer, ms", visits.Select(visit => visit.ByForm.TotalMilliseconds));
        if (hasChat)
        {
            Row("all with the chat open, bytes over the wire", visits.Select(visit => (double)visit.WithChat));
            Row("press → chat open to write, ms", visits.Select(visit => visit.Open.TotalMilliseconds));
            Row("question in the chat → answer, ms", visits.Select(visit => visit.Answered.TotalMilliseconds));
        }
        else
        {
            Console.Error.WriteLine("The host speaks no Direct Line: the chat is not measured.");
        }
    }

    private static void Row(string name, IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted[sorted.Length / 2]:0} | {sorted[^1]:0} |"));
    }

    private sealed record Visit(long First, double Loaded, long WithChat, TimeSpan Open, TimeSpan Answered, TimeSpan ByForm);
}
