using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Bot.BotFramework.DirectLine;
using Bot.BotFramework.Rendering;
using Bot.Conversations;
using Bot.Conversations.Answering;
using Bot.Conversations.Tests.Surroundings;
using Bot.Knowledge;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.Tests.DirectLine;

/// <summary>A bot on Kestrel that serves Direct Line, with its record and two articles.</summary>
internal sealed class RunningPage : IAsyncDisposable
{
    public const string Path = DirectLineServices.Path;

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly bool _keeps;

    private RunningPage(WebApplication app, string folder, bool keeps, ScriptedAnswering answering)
    {
        (_app, _folder, _keeps, Answering) = (app, folder, keeps, answering);
        Address = new(app.Urls.First());
        Client = new() { BaseAddress = Address };
    }

    public ScriptedAnswering Answering { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<RunningPage> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, null, settings);

    /// <param name="folder">A folder that outlives it; <see langword="null"/> for one of its own.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<RunningPage> StartAsync(string? folder, TimeProvider? time, params (string Name, string Value)[] settings)
    {
        var own = folder ?? Directory.CreateTempSubdirectory("bot-page-").FullName;
        Directory.CreateDirectory(System.IO.Path.Combine(own, "knowledge"));
        await File.WriteAllTextAsync(System.IO.Path.Combine(own, "knowledge", "dam.md"), "---\ntitle: The *dam*\nlanguage: en\npublished: 2026-11-01\n---\nThe Oder dam broke on Monday. The Oder dam was old.\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(own, "knowledge", "fair.md"), "---\ntitle: The fair\nlanguage: en\npublished: 2026-10-01\n---\nThe Book Fair opens on Friday. The Book Fair is free.\n");
        var answering = new ScriptedAnswering();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = System.IO.Path.Combine(own, "knowledge"),
            ["Records:Path"] = System.IO.Path.Combine(own, "record.db"),
            ["Records:Within"] = "00:00:20",
            ["Turns:PerAsker"] = "1000",
            ["Turns:PerConversation"] = "1000",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));
        builder.Services.AddSingleton<IAnswering>(answering);
        builder.Services.AddSingleton(new Links(PublicUrl: null));
        builder.Services.AddKnowledge().AddConversations().AddBotFramework().AddDirectLine();
        if (time is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(time));
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Tests.Some.Patience);
        var app = builder.Build();
        app.UseWebSockets();
        app.UseRouting();
        app.UseCors();
        app.MapDirectLine(_ => "one address", new(_ => { }, _ => { }, _ => { }));
        await app.StartAsync(Token);
        return new(app, own, folder is not null, answering);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Begins a conversation as Web Chat does.</summary>
    public async Task<Guest> BeginAsync(string? article = null, string? locale = null)
    {
        var generated = await JsonAsync(await SendAsync(HttpMethod.Post, "/tokens/generate", null, new { botArticle = article }));
        var guest = new Guest(this, generated.GetProperty("conversationId").GetString()!, generated.GetProperty("token").GetString()!);
        await guest.BeginAsync(locale);
        return guest;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, object? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, Path + path) { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await Client.SendAsync(request, Token);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(Token)}");
            return await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        }
    }

    public static async Task<(string Code, string Message)> ErrorAsync(HttpResponseMessage response)
    {
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("error");
        return (error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_keeps)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>A reader with a conversation.</summary>
    internal sealed class Guest(RunningPage page, string conversation, string token)
    {
        public string Conversation => conversation;

        public string Token => token;

        /// <summary>The address of its stream, as the server gave it.</summary>
        public string StreamUrl { get; private set; } = "";

        /// <summary>The same reader at another server of the same record.</summary>
        public Guest At(RunningPage another) => new(another, conversation, token);

        public async Task BeginAsync(string? locale = null) =>
            StreamUrl = (await JsonAsync(await page.SendAsync(HttpMethod.Post, "/conversations", token, new { user = new { id = "spoofed" }, locale }))).GetProperty("streamUrl").GetString()!;

        public async Task ResumeAsync(string? watermark) =>
            StreamUrl = (await JsonAsync(await page.SendAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark={watermark}", token))).GetProperty("streamUrl").GetString()!;

        public Task<HttpResponseMessage> PostAsync(object activity) => page.SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, activity);

        public async Task<string> AskAsync(string text, string clientId, string? article = null, string? locale = null) =>
            (await JsonAsync(await PostAsync(new { type = "message", text, locale, from = new { id = "spoofed" }, channelData = new { clientActivityID = clientId, botArticle = article } }))).GetProperty("id").GetString()!;

        public async Task<(JsonElement[] Activities, string Watermark)> ReadAsync(string watermark = "")
        {
            var set = await JsonAsync(await page.SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark={watermark}", token));
            return ([.. set.GetProperty("activities").EnumerateArray()], set.GetProperty("watermark").GetString()!);
        }

        public async Task<Socket> ConnectAsync()
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new(StreamUrl), RunningPage.Token);
            return new(socket);
        }
    }

    /// <summary>The stream of a conversation.</summary>
    internal sealed class Socket(ClientWebSocket socket) : IDisposable
    {
        private readonly Queue<JsonElement> _waiting = new();

        public string Watermark { get; private set; } = "";

        public int EmptyFrames { get; private set; }

        /// <summary>The next activity that is like that; what comes before it is passed over.</summary>
        public async Task<JsonElement> NextAsync(Func<JsonElement, bool> like)
        {
            while (true)
            {
                while (_waiting.TryDequeue(out var activity))
                {
                    if (like(activity))
                    {
                        return activity;
                    }
                }

                await FrameAsync();
            }
        }

        public Task<JsonElement> NextAsync() => NextAsync(_ => true);

        /// <summary>Reads a frame.</summary>
        /// <returns>Whether it was the end.</returns>
        public async Task<bool> FrameAsync()
        {
            using var frame = new MemoryStream();
            var buffer = new byte[16 * 1024];
            WebSocketReceiveResult read;
            do
            {
                read = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), RunningPage.Token).WaitAsync(Tests.Some.Patience, RunningPage.Token);
                frame.Write(buffer, 0, read.Count);
            }
            while (!read.EndOfMessage);

            if (read.MessageType == WebSocketMessageType.Close)
            {
                return true;
            }

            if (frame.Length == 0)
            {
                EmptyFrames++;
                return false;
            }

            var set = JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(frame.ToArray()));
            Watermark = set.TryGetProperty("watermark", out var watermark) ? watermark.GetString()! : Watermark;
            foreach (var activity in set.GetProperty("activities").EnumerateArray())
            {
                _waiting.Enqueue(activity);
            }

            return false;
        }

        public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

        public void Dispose() => socket.Dispose();
    }
}
