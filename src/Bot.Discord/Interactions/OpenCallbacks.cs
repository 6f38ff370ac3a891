using System.Collections.Concurrent;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>
/// First responses to questions that this process has still to give: an answer that is ready in a short moment is one, and nobody sees "thinking".
/// All of it may be lost: an answer that was not given so is put in the place of a deferred response.
/// </summary>
internal sealed class OpenCallbacks(TimeProvider time)
{
    /// <summary>
    /// How long a first response waits for the answer. Whoever asks sees nothing before it, and an acknowledgement shall be under way within half a
    /// second of the event in every case; an answer in the articles' own words is ready long before.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<string, OpenCallback> _open = new(StringComparer.Ordinal);

    /// <summary>Opens the first response to a question; the same event that comes twice at once has one.</summary>
    /// <param name="token">The interaction's token.</param>
    public OpenCallback Open(string token) => _open.GetOrAdd(token, _ => new(time));

    /// <summary>Gives an answer as the first response.</summary>
    /// <param name="token">The interaction's token.</param>
    /// <param name="response">The interaction response.</param>
    /// <param name="cancellationToken">Stops waiting for what becomes of it.</param>
    /// <returns>What Discord said to it; <see langword="null"/> when there is another first response, or none to be given here: its place is there by now.</returns>
    public Task<RestReply?> GiveAsync(string token, byte[] response, CancellationToken cancellationToken) =>
        _open.TryGetValue(token, out var callback) ? callback.GiveAsync(response, cancellationToken) : Task.FromResult<RestReply?>(null);

    /// <summary>Waits until the first response is known.</summary>
    /// <returns>Whether it was deferred, and the answer comes into its place; else it was the answer.</returns>
    public Task<bool> IsDeferredAsync(string token, CancellationToken cancellationToken) =>
        _open.TryGetValue(token, out var callback) ? callback.IsDeferredAsync(cancellationToken) : Task.FromResult(true);

    /// <summary>The first response was sent, or could not be; to be called for each.</summary>
    public void Sent(string token, RestReply reply)
    {
        if (_open.TryRemove(token, out var callback))
        {
            callback.Sent(reply);
        }
    }
}

/// <summary>The first response to one question.</summary>
internal sealed class OpenCallback(TimeProvider time)
{
    private readonly TaskCompletionSource<byte[]?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<RestReply> _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the answer for a while; after that none is taken.</summary>
    public async Task<byte[]?> AnswerAsync(TimeSpan patience)
    {
        using var enough = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        using var none = enough.Token.UnsafeRegister(static answer => ((TaskCompletionSource<byte[]?>)answer!).TrySetResult(null), _answer);
        return await _answer.Task.ConfigureAwait(false);
    }

    public async Task<RestReply?> GiveAsync(byte[] response, CancellationToken cancellationToken)
    {
        var isGiven = _answer.TrySetResult(response);
        var reply = await _sent.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return isGiven ? reply : null;
    }

    public async Task<bool> IsDeferredAsync(CancellationToken cancellationToken)
    {
        if (await _answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        await _sent.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    public void Sent(RestReply reply) => _sent.TrySetResult(reply);
}
