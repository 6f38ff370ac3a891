using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Bot.Discord.Rendering;
using Bot.Discord.Watching;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

/// <summary>One request and its response, over HTTP.</summary>
internal sealed class RestWire(IHttpClientFactory clients, BotToken token, Links links, IOptions<DiscordOptions> options, TimeProvider time)
{
    public const string ClientName = "discord-rest";

    private const int LongestReply = 1024 * 1024;

    private readonly string _root = options.Value.ApiUrl.TrimEnd('/');

    // Discord's edge turns those away that do not name themselves so.
    private readonly string _name = $"DiscordBot ({links.PublicUrl?.AbsoluteUri ?? "https://localhost/"}, {Assembly.GetExecutingAssembly().GetName().Version})";

    /// <summary>Sends it.</summary>
    /// <returns>What came back; the limits are <see langword="null"/> when nothing did.</returns>
    public async Task<(RestReply Reply, RateLimit? Limit)> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsInteraction && token.Value is null)
        {
            return (RestReply.Held("Discord refused the token, or there is none.", null), null);
        }

        using var span = DiscordMetrics.Request(request);
        using var message = MessageOf(request);
        using var limit = new CancellationTokenSource(options.Value.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            span?.SetTag("http.response.status_code", (int)response.StatusCode);
            var body = await BodyAsync(response, either.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Unauthorized && !request.IsInteraction)
            {
                token.Drop();
            }

            var learned = RateLimit.Of(response, body);
            var reply = new RestReply(response.StatusCode, body, "", Sent: true) { RetryAfter = learned.Refused };
            return (reply with { Reason = $"{(int)response.StatusCode} {reply.Code}".Trim() }, learned);
        }
        catch (HttpRequestException failed)
        {
            var never = failed.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return (new(null, default, failed.HttpRequestError.ToString(), Sent: !never), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new(null, default, "Timeout", Sent: true), null);
        }
    }

    private HttpRequestMessage MessageOf(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Method, _root + request.Path);
        message.Headers.UserAgent.ParseAdd(_name);
        if (!request.IsInteraction)
        {
            message.Headers.Authorization = new("Bot", token.Value);
        }

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }

    // The status alone says whether it was done: a body that breaks off, or that Discord's edge wrote, changes nothing.
    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestReply, cancellationToken).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken).ConfigureAwait(false);
            return document.RootElement.Clone();
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return default;
        }
    }
}
