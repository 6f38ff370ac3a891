using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Discord.Commands;
using Bot.Discord.Gateway;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Hosting;

/// <summary>
/// A shard that this process runs while it owns it. It stands by while another process does, takes the shard over as soon as that one is gone, and
/// leaves it at once when it may be another's.
/// </summary>
internal sealed partial class HostedShard(
    Shard shard,
    ChannelLocks locks,
    Func<Shard, IGatewayEvents, GatewayShard> create,
    IGatewayEvents events,
    CommandRegistration registration,
    TimeProvider time,
    ILogger<HostedShard> logger)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private volatile GatewayShard? _running;

    /// <summary>Whether this process owns it.</summary>
    public bool IsOurs => _running is not null;

    /// <summary>Whether it is connected.</summary>
    public bool IsConnected => _running is { IsConnected: true };

    /// <summary>The name of the lock that its owner holds.</summary>
    public static string LockOf(int id) => string.Create(CultureInfo.InvariantCulture, $"shard/{id}");

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>What an operator has to do, when it cannot go on; <see langword="null"/> when it was stopped.</returns>
    public async Task<Ending.Fatal?> RunAsync(CancellationToken stop)
    {
        var stoodBy = false;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var taken = await locks.TryTakeAsync(GatewaySessions.Channel, LockOf(shard.Id), stop).ConfigureAwait(false);
                if (taken is null && !stoodBy)
                {
                    LogElsewhere(shard);
                }

                stoodBy = taken is null;
                if (taken is not null && await OwnAsync(taken, stop).ConfigureAwait(false) is { } fatal)
                {
                    return fatal;
                }
            }
            catch (Exception error) when (!stop.IsCancellationRequested)
            {
                LogAgain(shard, error);
            }
            catch (Exception error) when (error is OperationCanceledException or DbException or InvalidOperationException)
            {
                // What fails while it is stopped, such as a record that is gone, holds nothing up.
                return null;
            }

            Task wait = Task.Delay(LookEvery, time, stop);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    private async Task<Ending.Fatal?> OwnAsync(ChannelLock taken, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, taken.Lost);
        var ready = new Ready(events);
        var registering = shard.Id == 0 ? RegisterAsync(ready.Told, over.Token) : Task.CompletedTask;
        var running = create(shard, ready);
        _running = running;
        LogOwned(shard);
        try
        {
            return await running.RunAsync(over.Token, taken.Lost).ConfigureAwait(false);
        }
        finally
        {
            _running = null;
            await over.CancelAsync().ConfigureAwait(false);
            await registering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (taken.Lost.IsCancellationRequested)
            {
                LogLost(shard);
            }
        }
    }

    // One process registers for all: the owner of the first shard.
    private async Task RegisterAsync(Task ready, CancellationToken cancellationToken)
    {
        await ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        await registration.RegisterAsync(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Debug, "This process runs shard {Shard}.")]
    private partial void LogOwned(Shard shard);

    [LoggerMessage(LogLevel.Information, "Shard {Shard} is another process's; this one stands by.")]
    private partial void LogElsewhere(Shard shard);

    [LoggerMessage(LogLevel.Warning, "This process lost shard {Shard} with the record, and left it; it is taken again, here or by another.")]
    private partial void LogLost(Shard shard);

    [LoggerMessage(LogLevel.Warning, "Shard {Shard} could not be run; it is tried again.")]
    private partial void LogAgain(Shard shard, Exception error);

    /// <summary>Hands events on, and tells when the first session goes on.</summary>
    private sealed class Ready(IGatewayEvents events) : IGatewayEvents
    {
        private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Told => _told.Task;

        public Task TakeAsync(string type, JsonElement data, CancellationToken cancellationToken)
        {
            if (type is "READY" or "RESUMED")
            {
                _told.TrySetResult();
            }

            return events.TakeAsync(type, data, cancellationToken);
        }
    }
}
