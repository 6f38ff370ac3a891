using Bot.EndToEnd.Tests.Peers;
using Microsoft.Playwright;

namespace Bot.EndToEnd.Tests.Discord;

/// <summary>Pictures for the documentation of what the bot sent, by elements of others' that look like Discord's own; taken when <c>BOT_PICTURES</c> names a folder.</summary>
internal static class DiscordPicture
{
    private const string Site = "https://messages.example/";
    private const int Width = 760;

    private const string Head = """
        <!DOCTYPE html><meta charset="utf-8"><title>Discord</title><link rel="icon" href="data:,">
        <style>body { margin: 0; background: #313338 } discord-messages { display: block }</style>
        <script type="importmap">{ "imports": {
          "lit": "/lit/index.js", "lit/": "/lit/", "lit-html": "/lit-html/lit-html.js", "lit-html/": "/lit-html/",
          "lit-element/": "/lit-element/", "lit-element": "/lit-element/index.js",
          "@lit/reactive-element": "/@lit/reactive-element/reactive-element.js", "@lit/reactive-element/": "/@lit/reactive-element/", "@lit/context": "/@lit/context/index.js" } }</script>
        <script type="module" src="/@skyra/discord-components-core/dist/index.js"></script>
        """;

    /// <summary>Takes one.</summary>
    /// <param name="rig">Where the messages were sent.</param>
    /// <param name="name">The picture's name.</param>
    /// <param name="said">One after the other, as <c>picture.js</c> has it.</param>
    public static async Task TakeAsync(DiscordRig rig, string name, params object[] said)
    {
        if (Environment.GetEnvironmentVariable("BOT_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }

        var html = (await rig.Twin.DoAsync("picture", new { said })).GetString();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Programs.Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = Width, Height = 200 } });
        await page.RouteAsync($"{Site}**", route => ServeAsync(route, $"{Head}{html}"));
        await page.GotoAsync(Site);
        await page.WaitForFunctionAsync("[...document.querySelectorAll('discord-message')].every(message => message.shadowRoot)");
        await page.Locator("discord-messages").ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    private static Task ServeAsync(IRoute route, string page)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        return path == "/"
            ? route.FulfillAsync(new() { Body = page, ContentType = "text/html; charset=utf-8" })
            : route.FulfillAsync(new() { Path = Path.Combine(DiscordRig.Folder, "node_modules", path[1..]), ContentType = "text/javascript" });
    }
}
