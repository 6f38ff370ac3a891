using System.Net.Http.Json;
using System.Text.Json;
using Bot.Answering;
using Bot.Conversations.Answering;
using Bot.Host.Serving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests;

/// <summary>The whole host on Kestrel and a port of its own, with a record and articles in a folder of its own.</summary>
internal sealed class RunningHost : WebApplicationFactory<Program>
{
    private readonly HostFolder _folder;
    private readonly Dictionary<string, string> _settings;
    private readonly bool _keepFolder;
    private readonly Action<IServiceCollection> _services;

    private RunningHost(HostFolder folder, bool keepFolder, IEnumerable<(string Name, string Value)> settings, Action<IServiceCollection>? services = null)
    {
        (_folder, _keepFolder, _services) = (folder, keepFolder, services ?? (_ => { }));
        _settings = new()
        {
            ["Knowledge:Path"] = folder.Knowledge,
            ["Records:Path"] = folder.Record,
            ["Prompts:Path"] = Path.Combine(RepositoryRoot.Find(), "prompts"),
            ["Records:Within"] = "00:00:20",
            ["Turns:PerAsker"] = "1000",
        };
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        UseKestrel(0);
        StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress };
    }

    public GatedEngine Engine { get; } = new();

    /// <summary>What it said at start.</summary>
    public StringWriter Said { get; } = new();

    /// <summary>What it logged.</summary>
    public KeptLog Log { get; } = new();

    public HttpClient Client { get; }

    public CancellationToken Stop { get; } = TestContext.Current.CancellationToken;

    public static RunningHost Start(params (string Name, string Value)[] settings) => new(HostFolder.New(), keepFolder: false, settings);

    /// <summary>Starts with other services than its own.</summary>
    public static RunningHost StartWith(Action<IServiceCollection> services, params (string Name, string Value)[] settings) => new(HostFolder.New(), keepFolder: false, settings, services);

    /// <summary>Starts in a folder that outlives the host, as after a restart.</summary>
    public static RunningHost StartIn(HostFolder folder, params (string Name, string Value)[] settings) => new(folder, keepFolder: true, settings);

    public HostFolder Folder => _folder;

    public Task<HttpResponseMessage> AskAsync(object body, string? key = null, string? accept = null, CancellationToken? stop = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop ?? Stop);
    }

    public async Task<JsonElement> AnswerAsync(string question)
    {
        using var response = await AskAsync(new { question });
        return await ReadAsync(response);
    }

    public async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).Clone();

    public Task<string> PageAsync(string path) => Client.GetStringAsync(path, Stop);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(_folder.Root);
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(new StartMessage.Output(Said));
            services.AddSingleton<IAnswering>(provider =>
            {
                Engine.Inner = provider.GetRequiredService<Answerer>();
                return Engine;
            });
            _services(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
        if (!_keepFolder)
        {
            _folder.Dispose();
        }
    }
}
