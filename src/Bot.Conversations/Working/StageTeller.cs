using System.Threading.Channels;
using Bot.Answering.Tracing;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Working;

/// <summary>Tells a channel and those who watch how far an answer is: in order, best effort, and never after the answer itself.</summary>
internal sealed partial class StageTeller : IProgress<AnswerStage>, IAsyncDisposable
{
    private readonly TurnId _turn;
    private readonly Place _place;
    private readonly IChannel _channel;
    private readonly Watchers<TurnId, AnswerStage> _watchers;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _enough = new();
    private readonly Channel<AnswerStage> _stages = Channel.CreateUnbounded<AnswerStage>(new() { SingleReader = true });
    private readonly Task _telling;

    public StageTeller(TurnId turn, Place place, IChannel channel, Watchers<TurnId, AnswerStage> watchers, ILogger logger)
    {
        (_turn, _place, _channel, _watchers, _logger) = (turn, place, channel, watchers, logger);
        _telling = TellAsync();
    }

    public void Report(AnswerStage value)
    {
        _watchers.Tell(_turn, value);
        _stages.Writer.TryWrite(value);
    }

    public async ValueTask DisposeAsync()
    {
        _stages.Writer.TryComplete();
        await _enough.CancelAsync().ConfigureAwait(false);
        await _telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _enough.Dispose();
    }

    private async Task TellAsync()
    {
        try
        {
            await foreach (var stage in _stages.Reader.ReadAllAsync(_enough.Token).ConfigureAwait(false))
            {
                await _channel.ProgressAsync(_place, stage, _enough.Token).WaitAsync(_enough.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_enough.IsCancellationRequested)
        {
            // The answer is there.
        }
        catch (Exception error) when (!_enough.IsCancellationRequested)
        {
            // Progress is a courtesy: the answer does not fail with it.
            LogNoProgress(_channel.Name, error);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Channel} could not show progress.")]
    private partial void LogNoProgress(string channel, Exception error);
}
