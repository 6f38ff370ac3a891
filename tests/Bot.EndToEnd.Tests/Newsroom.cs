using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>The site of a newsroom, with an article of its own and the chat in it. It is <c>localhost</c>, and Bot is not.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Newsroom()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/", (string bot, string lang) => Results.Content(
            $"""
            <!DOCTYPE html><html lang="{lang}"><head><title>News</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Our own article</h1></main><script src="{bot}embed.js" data-article="hallowmere-tram-opens" data-lang="{lang}" async></script></body></html>
            """,
            "text/html"));
    }

    public Uri Address => new UriBuilder(_app.Urls.First()) { Host = "localhost" }.Uri;

    /// <summary>The same page at an address that Bot does not know.</summary>
    public Uri Stranger => new(_app.Urls.First());

    public static async Task<Newsroom> StartAsync()
    {
        var newsroom = new Newsroom();
        await newsroom._app.StartAsync();
        return newsroom;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
