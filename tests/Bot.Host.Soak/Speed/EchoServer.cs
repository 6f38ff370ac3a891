using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Soak.Speed;

/// <summary>
/// Bare Kestrel in a process of its own: it reads a question as JSON and writes as many bytes of JSON as an answer has. As a collector of telemetry it
/// takes what it is told, and only counts it.
/// </summary>
internal sealed class EchoServer : IAsyncDisposable
{
    /// <summary>The command that is the server.</summary>
    public const string Command = "echo-server";

    private readonly Process _process;

    private EchoServer(Process process, Uri address) => (_process, Client) = (process, new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4_000 }) { BaseAddress = address });

    public HttpClient Client { get; }

    /// <summary>How many bytes of telemetry it was told.</summary>
    public async Task<long> ToldAsync() => long.Parse(await Client.GetStringAsync("/told"), CultureInfo.InvariantCulture);

    public static async Task<EchoServer> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(EchoServer).Assembly.Location, Command]) { RedirectStandardOutput = true })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The echo server ended before it listened.");
        return new(process, new Uri(address));
    }

    public static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/echo", async (HttpContext context) =>
        {
            var question = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new { echo = question, text = new string('x', question.GetProperty("bytes").GetInt32()) }, context.RequestAborted);
        });
        long told = 0;
        app.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            Interlocked.Add(ref told, body.Length);
            context.Response.ContentType = "application/x-protobuf";
        });
        app.MapGet("/told", () => Interlocked.Read(ref told).ToString(CultureInfo.InvariantCulture));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
