using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Knowledge.Tests.Importing;

/// <summary>A real web server on a port of its own, which serves the saved pages and what a test adds; it keeps what it was asked.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    public static readonly string Pages = Path.Combine(Reading.Repository.Root, "tests", "Bot.Knowledge.Tests", "Importing", "Pages");

    private readonly WebApplication _app;
    private readonly Dictionary<string, RequestDelegate> _answers = [];

    private PageServer(WebApplication app) => _app = app;

    public List<string> Asked { get; } = [];

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<PageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new PageServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>An address of this server.</summary>
    public Uri At(string path, string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    public PageServer On(string path, RequestDelegate answer)
    {
        _answers[path] = answer;
        return this;
    }

    public PageServer Redirect(string path, string target) => On(path, context =>
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    });

    public PageServer Html(string path, byte[] body, string contentType = "text/html") => On(path, async context =>
    {
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        lock (Asked)
        {
            Asked.Add(path);
        }

        if (_answers.TryGetValue(path, out var answer))
        {
            await answer(context);
            return;
        }

        var file = Path.Combine(Pages, Path.GetFileName(path));
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = Path.GetFileName(file) switch
        {
            "legacy.html" => "text/html; charset=windows-1251",
            "feed.rss" => "application/rss+xml",
            "feed.rdf" => "application/rdf+xml",
            "feed.atom" => "application/atom+xml; charset=utf-8",
            _ => "text/html",
        };
        await context.Response.SendFileAsync(file);
    }
}
