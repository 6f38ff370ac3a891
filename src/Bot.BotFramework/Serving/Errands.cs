using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.BotFramework.Serving;

/// <summary>What is said beside answers (welcomes, lists, refusals), after the channel has its 202. A few at once; the rest is finished when Bot stops.</summary>
internal sealed partial class Errands(ILogger<Errands> logger) : BackgroundService
{
    private const int Most = 1_000;
    private const int AtOnce = 8;

    private readonly Channel<Func<CancellationToken, Task>> _errands =
        Channel.CreateBounded<Func<CancellationToken, Task>>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes one on; when there are too many it is dropped, which costs a reader a courtesy and no answer.</summary>
    public void Add(Func<CancellationToken, Task> errand)
    {
        if (!_errands.Writer.TryWrite(errand))
        {
            LogDropped();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _errands.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
        }

        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var errand in _errands.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await errand(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Too much is to be said at once: something beside the answers was dropped.")]
    private partial void LogDropped();

    [LoggerMessage(LogLevel.Warning, "Something beside the answers could not be said.")]
    private partial void LogFailed(Exception error);
}
