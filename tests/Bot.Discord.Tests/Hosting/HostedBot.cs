using Bot.Conversations;
using Bot.Conversations.Answering;
using Bot.Conversations.Tests.Conformance;
using Bot.Discord.Hosting;
using Bot.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Hosting;

/// <summary>A process of Bot's with Discord, all but the web.</summary>
internal sealed class HostedBot : IAsyncDisposable
{
    private readonly IHost _host;

    private HostedBot(IHost host, KeptLog log) => (_host, Log) = (host, log);

    public KeptLog Log { get; }

    public DiscordState Health => Get<DiscordHealth>().Look();

    public static async Task<HostedBot> StartAsync(IRecordRig record, string apiUrl, IAnswering answering, params (string Name, string? Value)[] settings) =>
        await StartAsync(record, apiUrl, answering, TimeProvider.System, settings);

    public static async Task<HostedBot> StartAsync(IRecordRig record, string apiUrl, IAnswering answering, TimeProvider time, params (string Name, string? Value)[] settings)
    {
        var log = new KeptLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(record.Settings);
        builder.Configuration.AddInMemoryCollection([new("Discord:ApiUrl", apiUrl), new("Records:Within", "00:00:30"), new("Discord:AcknowledgeWithin", "00:00:10")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));
        builder.Services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Warning));
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(answering);
        builder.Services.AddKnowledge().AddConversations();
        builder.Services.AddDiscord();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, log);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
