using System.Net.WebSockets;
using Bot.BotFramework.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.DirectLine;

/// <summary>The WebSocket of a conversation: it says all after a watermark, then whatever is said. Clients send nothing on it but empty frames.</summary>
internal sealed partial class DirectLineStream(
    DirectLineTranscript transcript,
    IOptions<DirectLineOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DirectLineStream> logger)
{
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(2);

    /// <summary>Serves it until either side has enough.</summary>
    public async Task RunAsync(HttpContext context, Visitor visitor, long after)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = options.Value.KeepAlive, KeepAliveTimeout = options.Value.KeepAlive }).ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var hearing = HearAsync(socket, ended);
        try
        {
            await foreach (var set in transcript.FollowAsync(visitor, after, options.Value.KeepAlive, ended.Token).ConfigureAwait(false))
            {
                var frame = set.Activities.Count == 0 ? [] : ActivityJson.Bytes(set);
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, ended.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (ended.IsCancellationRequested || error is WebSocketException)
        {
            // The reader has left, or Bot is stopping: what is missed is said when the reader comes back.
        }
        catch (Exception error) when (!ended.IsCancellationRequested)
        {
            LogBroken(error);
        }

        await CloseAsync(socket).ConfigureAwait(false);
        await Task.WhenAny(hearing, Task.Delay(Parting, time, CancellationToken.None)).ConfigureAwait(false);
        socket.Abort();
        await hearing.ConfigureAwait(false);
    }

    private static async Task HearAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var ignored = new byte[256];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                // Not stopped with the rest: a read that is stopped takes the socket with it, and no goodbye could be said.
                await socket.ReceiveAsync(ignored, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Gone without a word.
        }

        await ended.CancelAsync().ConfigureAwait(false);
    }

    // Clients that are told come back by themselves, to whichever machine then serves.
    private async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        var status = lifetime.ApplicationStopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable
            : socket.State == WebSocketState.CloseReceived ? WebSocketCloseStatus.NormalClosure
            : WebSocketCloseStatus.InternalServerError;
        using var patience = new CancellationTokenSource(Parting, time);
        try
        {
            await socket.CloseOutputAsync(status, null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is closed either way.
        }
    }

    [LoggerMessage(LogLevel.Warning, "A conversation can no longer be followed; its reader comes back by a new connection.")]
    private partial void LogBroken(Exception error);
}
