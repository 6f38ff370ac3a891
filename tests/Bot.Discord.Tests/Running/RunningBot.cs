using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.Conversations;
using Bot.Conversations.Answering;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;
using Bot.Discord.Gateway;
using Bot.Discord.Tests.Rest;
using Bot.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Running;

/// <summary>
/// Bot as the host composes it, with a record and articles on disk, on a Discord whose gateway is the test and whose REST API is on loopback. Its clock
/// stands unless it is told to go on.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly FakeTimeProvider _time;

    private RunningBot(IHost host, FakeTimeProvider time) => (_host, _time) = (host, time);

    public RecordedTurns Turns => Get<RecordedTurns>();

    /// <summary>Starts it.</summary>
    /// <param name="discord">The Discord it is on.</param>
    /// <param name="record">Its record.</param>
    /// <param name="articles">Its articles.</param>
    /// <param name="answering">What answers; <see langword="null"/> for the real thing.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="log">Its log.</param>
    public static async Task<RunningBot> StartAsync(ScriptedDiscord discord, SqliteRig record, ArticleFolder articles, IAnswering? answering, FakeTimeProvider time, KeptLog log)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(record.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:ApiUrl"] = discord.ApiUrl,
            ["Discord:Token"] = ScriptedDiscord.Token,
            ["Knowledge:Path"] = articles.Path,
            ["Records:Within"] = "00:00:30",
            ["Turns:DrainFor"] = "00:00:00",
        });
        builder.Services.AddLogging(logging => logging.AddProvider(log));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(Tests.Some.Links);
        builder.Services.AddDiscord();

        // No gateway: the test is it.
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddKnowledge().AddAnswering().AddConversations();
        if (answering is not null)
        {
            builder.Services.AddSingleton(answering);
        }

        var host = builder.Build();
        await host.StartAsync();
        return new(host, time);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Something happens on Discord.</summary>
    public Task TakeAsync(string type, JsonObject data) =>
        Get<IGatewayEvents>().TakeAsync(type, JsonSerializer.SerializeToElement(data), TestContext.Current.CancellationToken).WaitAsync(Tests.Some.Patience);

    /// <summary>Goes on until a task is done.</summary>
    public async Task<T> GoOnAsync<T>(Task<T> task)
    {
        await using var clock = new RunningClock(_time, TimeSpan.FromMilliseconds(50), isBusy: () => false);
        return await task.WaitAsync(Tests.Some.Patience);
    }

    /// <summary>The turn that was asked last, when it is settled.</summary>
    public async Task<RecordedTurn> SettledAsync() => await SettledAsync((await Turns.LatestAsync(1, TestContext.Current.CancellationToken))[0].Id);

    public async Task<RecordedTurn> SettledAsync(TurnId turn)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Tests.Some.Patience);
        await foreach (var happened in Get<Reception>().WatchAsync(turn, patience.Token))
        {
            if (happened is TurnEvent.Settled settled)
            {
                return settled.Turn;
            }
        }

        throw new InvalidOperationException($"The record has no turn {turn}.");
    }

    public async ValueTask DisposeAsync()
    {
        // What waits for a clock that stands must not hold the end.
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _host.StopAsync(enough.Token);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
