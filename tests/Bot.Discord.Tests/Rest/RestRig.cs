using Bot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

/// <summary>A client and the API it calls, with one clock, which goes on whenever nothing is on its way.</summary>
internal sealed class RestRig : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly RunningClock _clock;
    private readonly Underway _underway = new();

    private RestRig(ScriptedDiscord discord, FakeTimeProvider time, DiscordOptions options, int mostInvalid)
    {
        (Discord, Time) = (discord, time);
        options.ApiUrl = discord.ApiUrl;
        options.Token = ScriptedDiscord.Token;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(Some.NoLinks);
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddRest();
        services.AddSingleton(new InvalidRequests(mostInvalid));
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => _underway.Handler()));
        _provider = services.BuildServiceProvider();
        _clock = new(time, TimeSpan.FromMilliseconds(50), isBusy: () => _underway.Any);
    }

    public ScriptedDiscord Discord { get; }

    public FakeTimeProvider Time { get; }

    public KeptLog Log { get; } = new();

    public RestClient Client => _provider.GetRequiredService<RestClient>();

    public Buckets Buckets => _provider.GetRequiredService<Buckets>();

    public ILogger<T> Logger<T>() => _provider.GetRequiredService<ILogger<T>>();

    public TimeSpan Elapsed => Time.GetUtcNow() - Time.Start;

    public static async Task<RestRig> StartAsync(DiscordOptions? options = null, int mostInvalid = InvalidRequests.Most)
    {
        var time = new FakeTimeProvider();
        return new(await ScriptedDiscord.StartAsync(time), time, options ?? new(), mostInvalid);
    }

    public async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        await _provider.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
