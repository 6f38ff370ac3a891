using System.Net;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Connecting;

namespace Bot.BotFramework.Channels;

/// <summary>
/// The stream that shows how far one answer is (https://learn.microsoft.com/microsoftteams/platform/bots/streaming-ux): only what Bot is doing, since an
/// unchecked sentence could not be taken back, and the checked answer as its end.
/// </summary>
internal sealed class TeamsStream(ConversationReference to, ConnectorClient connector, TimeProvider time) : IDisposable
{
    /// <summary>How long Teams lets a stream live.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private string? _id;
    private int _sequence;
    private bool _closed;
    private DateTimeOffset _begun;
    private DateTimeOffset _last;

    /// <summary>Says what Bot is doing. A refusal ends the stream, and the answer comes as an ordinary message.</summary>
    public async Task SayAsync(string words, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_closed || IsOld)
            {
                return;
            }

            await PauseAsync(cancellationToken).ConfigureAwait(false);
            var said = new Activity
            {
                Type = ActivityTypes.Typing,
                Text = words,
                Entities = [ActivityJson.Element(new StreamInfo { StreamId = _id, StreamType = StreamInfo.Informative, StreamSequence = ++_sequence })],
            };

            // Not stopped by the answer's coming: a stream that was begun must be known, to be ended.
            var reply = await connector.PostAsync(to, to.ActivityId, to.Address(said), CancellationToken.None).ConfigureAwait(false);
            _last = time.GetUtcNow();
            if (!reply.Done || (_id ??= reply.Id) is null)
            {
                _closed = true;
            }
            else if (_sequence == 1)
            {
                _begun = _last;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends the stream with the answer.</summary>
    /// <returns>What the connector answered, and what the message is called; <see langword="null"/> when there is no stream to end, and an ordinary message is to be sent.</returns>
    public async Task<(ConnectorReply Reply, string Id)?> EndAsync(Activity message, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_id is null || _closed || IsOld)
            {
                return null;
            }

            await PauseAsync(cancellationToken).ConfigureAwait(false);
            var end = message with { Entities = [ActivityJson.Element(new StreamInfo { StreamId = _id, StreamType = StreamInfo.Final }), .. message.Entities ?? []] };
            var reply = await connector.PostAsync(to, to.ActivityId, to.Address(end), cancellationToken).ConfigureAwait(false);
            _last = time.GetUtcNow();

            // The same may be tried again, or something plainer; a stream that Teams has ended will not live again.
            _closed = reply.Done || reply.Status is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound;
            return !_closed || reply.Done || IsStopped(reply) ? (reply, reply.Id is { Length: > 0 } given ? given : _id) : null;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsOld => _id is not null && time.GetUtcNow() - _begun > Life - Margin;

    // The reader pressed "Stop": nothing more is wanted.
    private static bool IsStopped(ConnectorReply reply) =>
        reply.Status == HttpStatusCode.Forbidden && reply.Error?.Message is { } words
        && (words.Contains("cancel", StringComparison.OrdinalIgnoreCase) || words.Contains("stopped", StringComparison.OrdinalIgnoreCase));

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        var wait = _last + Between - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
