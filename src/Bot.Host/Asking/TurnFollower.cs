using System.Runtime.CompilerServices;
using Bot.Conversations.Asking;
using Bot.Conversations.Records;

namespace Bot.Host.Asking;

/// <summary>Follows a recorded turn to its end, also while the record cannot be read for a while.</summary>
internal sealed partial class TurnFollower(Reception reception, TimeProvider time, ILogger<TurnFollower> logger)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Its stages, then how it was settled; nothing when the record does not have it.</summary>
    public async IAsyncEnumerable<TurnEvent> FollowAsync(TurnId turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var events = reception.WatchAsync(turn, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(events, cancellationToken) is { } more)
            {
                if (!more)
                {
                    yield break;
                }

                yield return events.Current;
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }

    // Null: the record cannot be read now. The question is in it all the same.
    private async Task<bool?> NextAsync(IAsyncEnumerator<TurnEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRead(error);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A turn cannot be followed while the record cannot be read; again in a second.")]
    private partial void LogNotRead(Exception error);
}
