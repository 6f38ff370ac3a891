using System.Data.Common;
using Bot.Conversations.Channels;
using Bot.Discord.Commands;
using Bot.Discord.Gateway;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Hosting;

/// <summary>Runs Discord as long as the process runs, or until Discord wants something that only an operator can do. Nothing else stops with it.</summary>
internal sealed partial class DiscordHost(
    IOptions<DiscordOptions> options,
    ShardCount count,
    Func<Shard, HostedShard> create,
    CommandRegistration registration,
    ChannelLocks locks,
    DiscordHealth health,
    TimeProvider time,
    ILogger<DiscordHost> logger) : BackgroundService
{
    private const string RegisteringLock = "commands";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Token is null)
        {
            if (options.Value.PublicKey is not null)
            {
                LogNotRegistered();
            }

            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await (options.Value.HasGateway ? ConnectAsync(stoppingToken) : RegisterAloneAsync(stoppingToken)).ConfigureAwait(false))
                {
                    return;
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogAgain(error);
            }
            catch (Exception error) when (error is OperationCanceledException or DbException or InvalidOperationException)
            {
                return;
            }

            Task wait = Task.Delay(LookEvery, time, stoppingToken);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Ends when there is nothing more to do.
    private async Task<bool> ConnectAsync(CancellationToken stop)
    {
        if (await count.AgreeAsync(stop).ConfigureAwait(false) is not { } agreed)
        {
            health.End(Ending.TokenRefused);
            LogStopped();
            return true;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        HostedShard[] shards = [.. Enumerable.Range(0, agreed).Select(id => create(new(id, agreed)))];
        health.Begin(shards);
        Ending.Fatal? last = null;
        await foreach (var ended in Task.WhenEach(shards.Select(shard => shard.RunAsync(over.Token))).ConfigureAwait(false))
        {
            if (await ended.ConfigureAwait(false) is { } fatal)
            {
                // What one shard met, all others would.
                health.End(last = fatal);
                await over.CancelAsync().ConfigureAwait(false);
            }
        }

        if (last is not null)
        {
            LogStopped();
        }

        return true;
    }

    private async Task<bool> RegisterAloneAsync(CancellationToken stop)
    {
        await using var alone = await locks.TryTakeAsync(GatewaySessions.Channel, RegisteringLock, stop).ConfigureAwait(false);
        if (alone is null)
        {
            return false;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, alone.Lost);
        await registration.RegisterAsync(over.Token).ConfigureAwait(false);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "Without Discord:Token no commands are registered with Discord: those that it has are answered.")]
    private partial void LogNotRegistered();

    [LoggerMessage(LogLevel.Warning, "Discord is stopped until Bot is started anew; all else goes on.")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Warning, "Discord could not be reached, or the record not be read; it is tried again.")]
    private partial void LogAgain(Exception error);
}
