using Bot.Conversations.Records;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>Reads the record for someone who waits: soon, or not at all.</summary>
internal sealed partial class RecordReading(IOptions<RecordOptions> options, TimeProvider time, ILogger<RecordReading> logger)
{
    /// <summary>Reads.</summary>
    /// <returns>Whether the record could be read, and what it says.</returns>
    public async Task<(bool Read, T? Found)> TryAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (true, await read(either.Token).WaitAsync(either.Token));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRead(error);
            return (false, default);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The record cannot be read now.")]
    private partial void LogNotRead(Exception error);
}
