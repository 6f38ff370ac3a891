namespace Bot.Host.Asking;

/// <summary>Writes server-sent events, each flushed at once.</summary>
internal sealed class EventWriter(HttpResponse response)
{
    public async Task StartAsync()
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";

        // nginx holds events back otherwise.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.StartAsync(response.HttpContext.RequestAborted);
    }

    /// <param name="name">The event's name.</param>
    /// <param name="json">Its data, JSON on one line.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task WriteAsync(string name, string json, CancellationToken cancellationToken)
    {
        await response.WriteAsync($"event: {name}\ndata: {json}\n\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    public async Task SignOfLifeAsync(CancellationToken cancellationToken)
    {
        await response.WriteAsync(": under way\n\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
