using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Working;

/// <summary>Brings one thing to a channel, again where that is allowed: the same rules for answers, apologies and corrections.</summary>
internal sealed partial class Courier(IOptions<TurnOptions> options, TimeProvider time, ILogger<Courier> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Brings it.</summary>
    /// <param name="channel">Where to.</param>
    /// <param name="delivery">What, and when it was first tried.</param>
    /// <param name="send">The channel's way.</param>
    /// <param name="permit">The permission to send; <see langword="null"/> where the far side recognises repeats.</param>
    /// <param name="waiting">Ends the waiting between two tries.</param>
    /// <param name="sending">Ends a try.</param>
    public async Task<Fate> BringAsync(
        IChannel channel,
        Delivery delivery,
        Func<Delivery, CancellationToken, Task<Receipt>> send,
        SendPermit? permit,
        CancellationToken waiting,
        CancellationToken sending)
    {
        for (var tries = 1; ; tries++)
        {
            waiting.ThrowIfCancellationRequested();
            if (permit is null && delivery.FirstTried is not null && !channel.RecognisesRepeat(delivery))
            {
                return new(FateKind.Unknown, null, "Its first try may have been shown, and the channel no longer recognises a repeat.");
            }

            if (permit is not null && !await permit.Take(sending).ConfigureAwait(false))
            {
                return new(FateKind.Lost, null, null);
            }

            delivery = delivery with { FirstTried = delivery.FirstTried ?? (tries > 1 ? time.GetUtcNow() : null) };
            var last = tries >= options.Value.MostDeliveries;
            switch (await SendAsync(delivery, send, sending).ConfigureAwait(false))
            {
                case Receipt.Shown shown:
                    return new(FateKind.Shown, shown.MessageId, null);
                case Receipt.NotShown { RetryAfter: { } wait } when !last:
                    await WaitAsync(wait, permit, waiting, sending).ConfigureAwait(false);
                    break;
                case Receipt.NotShown refused:
                    return new(FateKind.Refused, null, refused.Reason);
                case Receipt.Unknown when permit is null && !last:
                    await WaitAsync(FirstWait * Math.Pow(2, tries - 1), null, waiting, sending).ConfigureAwait(false);
                    break;
                case Receipt.Unknown unknown:
                    return new(FateKind.Unknown, null, unknown.Reason);
            }
        }
    }

    /// <summary>Brings it once, whatever becomes of it.</summary>
    public Task TellAsync(IChannel channel, Delivery delivery, CancellationToken cancellationToken) => SendAsync(delivery, channel.DeliverAsync, cancellationToken);

    /// <summary>Takes back what was shown; best effort.</summary>
    public async Task TakeBackAsync(IChannel channel, Place place, string? messageId, CancellationToken cancellationToken)
    {
        try
        {
            await channel.DeleteAsync(place, messageId, cancellationToken).WaitAsync(options.Value.DeliveryTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotTakenBack(channel.Name, error);
        }
    }

    private async Task WaitAsync(TimeSpan wait, SendPermit? permit, CancellationToken waiting, CancellationToken sending)
    {
        if (permit is not null)
        {
            await permit.GiveBack(sending).ConfigureAwait(false);
        }

        await Task.Delay(wait < LongestWait ? wait : LongestWait, time, waiting).ConfigureAwait(false);
    }

    private async Task<Receipt> SendAsync(Delivery delivery, Func<Delivery, CancellationToken, Task<Receipt>> send, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.DeliveryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await send(delivery, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogThrown(delivery.Key, error);
            return new Receipt.Unknown(limit.IsCancellationRequested ? $"No word within {options.Value.DeliveryTimeout}." : error.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Key} met an error.")]
    private partial void LogThrown(string key, Exception error);

    [LoggerMessage(LogLevel.Debug, "{Channel} could not take a message back.")]
    private partial void LogNotTakenBack(string channel, Exception error);
}
