using Bot.Host.Serving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Host.Tests.Watching;

/// <summary>The whole host, its log included, as it is watched.</summary>
internal sealed class WatchedHost : WebApplicationFactory<Program>
{
    private readonly HostFolder _folder;
    private readonly Dictionary<string, string> _settings;

    public WatchedHost(HostFolder folder, IEnumerable<(string Name, string Value)> settings)
    {
        _folder = folder;
        _settings = new()
        {
            ["Knowledge:Path"] = folder.Knowledge,
            ["Records:Path"] = folder.Record,
            ["Prompts:Path"] = Path.Combine(RepositoryRoot.Find(), "prompts"),
            ["Records:Within"] = "00:00:20",
            ["Turns:PerAsker"] = "1000",
            ["Logging:LogLevel:Bot"] = "Debug",
            ["Logging:Console:LogLevel:Default"] = "None",
        };
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        UseKestrel(0);
        StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = ClientOptions.BaseAddress };
    }

    public KeptLines Log { get; } = new();

    public HttpClient Client { get; }

    /// <summary>Sends what is still to be sent.</summary>
    public void Flush()
    {
        Assert.True(Services.GetRequiredService<TracerProvider>().ForceFlush());

        // What Prometheus reads cannot be flushed, so it says no.
        Services.GetRequiredService<MeterProvider>().ForceFlush();
        Assert.True(Services.GetRequiredService<LoggerProvider>().ForceFlush());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(_folder.Root);
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Log).AddSingleton(new StartMessage.Output(TextWriter.Null)));
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
    }
}
