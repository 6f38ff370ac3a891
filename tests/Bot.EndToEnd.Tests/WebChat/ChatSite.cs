using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>A news site of somebody else's, with Web Chat as npm has it: the host's build brings it along.</summary>
internal sealed class ChatSite : IAsyncDisposable
{
    // In its address: the host's address; a token and its conversation to come back to; and whether it polls.
    private const string Page =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8"><title>Chat</title><style>html, body, #chat { height: 100%; margin: 0 }</style>
        <div id="chat"></div>
        <script src="/webchat.js"></script>
        <script type="module">
          const asked = new URLSearchParams(location.search);
          const [domain, conversationId] = [`${asked.get('host')}v3/directline`, asked.get('conversation') ?? undefined];
          window.begun = conversationId ? { token: asked.get('token'), conversationId } : await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
          const directLine = WebChat.createDirectLine({ domain, token: window.begun.token, conversationId, webSocket: asked.get('polls') === null });
          WebChat.renderWebChat({ directLine, locale: 'en-US' }, document.getElementById('chat'));
        </script>
        </html>
        """;

    private static readonly string Script = Path.Combine(RepositoryRoot.Find(), "src", "Bot.Host", "obj", "webchat", "webchat.js.gz");

    private readonly WebApplication _app;

    private ChatSite(WebApplication app) => _app = app;

    /// <summary>Where it is; its origin is the same without the slash.</summary>
    public Uri Address => new(_app.Urls.Single());

    public static async Task<ChatSite> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Text(Page, "text/html"));
        app.MapGet("/webchat.js", (HttpContext context) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Results.File(Script, "text/javascript");
        });
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
