using Bot.Conversations.Answering;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Conformance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Tests.Surroundings;

/// <summary>A running Bot with one channel.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly IHost _host;

    private World(IHost host) => _host = host;

    public Reception Reception => Get<Reception>();

    public RecordedTurns Turns => Get<RecordedTurns>();

    public static async Task<World> StartAsync(IRecordRig record, IChannel channel, IAnswering answering, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(record.Settings);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)));
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(channel);
        builder.Services.AddSingleton(answering);
        builder.Services.AddConversations();
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return new(host);
        }
        catch (InvalidDataException)
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            throw;
        }
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<TurnId> AskAsync(IncomingQuestion question) =>
        await AdmitAsync(question) switch
        {
            Admission.Accepted accepted => accepted.Turn,
            Admission.Repeated repeated => repeated.Turn,
            var other => throw new InvalidOperationException($"The question was not accepted: {other}."),
        };

    /// <summary>Asks as a channel does: on a machine that is busy now, again when told so.</summary>
    public async Task<Admission> AdmitAsync(IncomingQuestion question)
    {
        for (var tries = 1; ; tries++)
        {
            var admission = await Reception.AskAsync(question, TestContext.Current.CancellationToken);
            if (admission is not Admission.TryAgain || tries == 30)
            {
                return admission;
            }
        }
    }

    public async Task<RecordedTurn> SettledAsync(TurnId turn)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Some.Patience);
        await foreach (var happened in Reception.WatchAsync(turn, patience.Token))
        {
            if (happened is TurnEvent.Settled settled)
            {
                return settled.Turn;
            }
        }

        throw new InvalidOperationException($"The record has no turn {turn}.");
    }

    public async Task<RecordedTurn> AnswerAsync(IncomingQuestion question) => await SettledAsync(await AskAsync(question));

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
