using System.Net;
using Bot.Answering.Models;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Replies out of the cache what the model said before to the same request, and keeps what it says to others.</summary>
/// <param name="cache">The replies kept.</param>
/// <param name="running">The cases that are being asked.</param>
/// <param name="anew">Whether the model is asked in any case.</param>
/// <param name="time">Times the model.</param>
internal sealed class CacheHandler(ReplyCache cache, RunningCases running, bool anew, TimeProvider time) : DelegatingHandler
{
    // The last line of a stream that came whole.
    private const string Done = "[DONE]";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (running.Find(ModelRequest.Current?.Conversation) is not { } asked)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var key = ReplyCache.KeyOf(request.RequestUri!, body, asked.Repeat);
        if (!anew && await cache.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
        {
            asked.TookFromCache(known.Elapsed);
            return StreamedReply.Of(known.Body, known.ContentType, request);
        }

        var started = time.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return response;
        }

        var said = new CachedReply(
            await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false), response.Content.Headers.ContentType?.ToString(), time.GetElapsedTime(started));
        response.Dispose();
        if (said.Body.TrimEnd().EndsWith(Done, StringComparison.Ordinal))
        {
            await cache.KeepAsync(key, said, cancellationToken).ConfigureAwait(false);
        }

        return StreamedReply.Of(said.Body, said.ContentType, request);
    }
}
