using System.Net;
using System.Net.Http.Headers;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.Connecting;

/// <summary>
/// Sends activities to channels (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). It repeats nothing
/// but what a refused token stopped; what may be repeated is for those who know what they sent.
/// </summary>
internal sealed partial class ConnectorClient(
    IHttpClientFactory clients,
    BotTokens tokens,
    ServiceHosts hosts,
    IOptions<MicrosoftAppOptions> app,
    IOptions<BotFrameworkOptions> options,
    TimeProvider time,
    ILogger<ConnectorClient> logger)
{
    public const string ClientName = "bot-framework-connector";

    private const int LongestReply = 64 * 1024;

    /// <summary>Posts a new activity; as a reply when <paramref name="replyToId"/> is given.</summary>
    public Task<ConnectorReply> PostAsync(ConversationReference to, string? replyToId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, to, string.IsNullOrEmpty(replyToId) ? "" : $"/{Uri.EscapeDataString(replyToId)}", activity, cancellationToken);

    /// <summary>Puts an activity in the place of an earlier one.</summary>
    public Task<ConnectorReply> PutAsync(ConversationReference to, string id, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, to, $"/{Uri.EscapeDataString(id)}", activity, cancellationToken);

    /// <summary>Deletes an activity.</summary>
    public Task<ConnectorReply> DeleteAsync(ConversationReference to, string id, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, to, $"/{Uri.EscapeDataString(id)}", null, cancellationToken);

    private async Task<ConnectorReply> CallAsync(HttpMethod method, ConversationReference to, string path, Activity? activity, CancellationToken cancellationToken)
    {
        if (!hosts.MayGetAnswer(to.ServiceUrl))
        {
            var host = Uri.TryCreate(to.ServiceUrl, UriKind.Absolute, out var uri) ? uri.Host : "?";
            LogHostNotListed(host);
            return new(HttpStatusCode.Forbidden, null, new("HostNotListed", host), null, Sent: false);
        }

        var address = $"{to.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(to.Conversation.Id ?? "")}/activities{path}";
        try
        {
            string? token = null;
            if (app.Value.IsSet)
            {
                token = await tokens.GetAsync(null, cancellationToken).ConfigureAwait(false);
            }

            var reply = await SendAsync(method, address, activity, token, cancellationToken).ConfigureAwait(false);
            return reply.Status == HttpStatusCode.Unauthorized && token is not null
                ? await SendAsync(method, address, activity, await tokens.GetAsync(token, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)
                : reply;
        }
        catch (NoTokenException none)
        {
            LogNoToken(none.Message);
            return new(null, null, new("NoToken", none.Message), null, Sent: false);
        }
    }

    private async Task<ConnectorReply> SendAsync(HttpMethod method, string address, Activity? activity, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        if (activity is not null)
        {
            request.Content = new ByteArrayContent(ActivityJson.Write(activity));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }

        using var limit = new CancellationTokenSource(options.Value.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return await ReadAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException failed)
        {
            var never = failed.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new(null, null, new(failed.HttpRequestError.ToString(), null), null, Sent: !never);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, null, new("Timeout", null), null, Sent: true);
        }
    }

    private async Task<ConnectorReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var retryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } moment } when moment > time.GetUtcNow() => moment - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        var body = await BodyAsync(response, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? new(response.StatusCode, ActivityJson.TryRead<ResourceResponse>(body)?.Id, null, retryAfter, Sent: true)
            : new(response.StatusCode, null, ActivityJson.TryRead<ErrorResponse>(body)?.Error, retryAfter, Sent: true);
    }

    // The status alone says whether it was done: a body that breaks off changes nothing.
    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestReply, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            return [];
        }
    }

    [LoggerMessage(LogLevel.Warning, "An answer was not sent to {Host}, which is none of Microsoft's channels: if it is one, name it in BotFramework:ServiceHosts.")]
    private partial void LogHostNotListed(string host);

    [LoggerMessage(LogLevel.Error, "An answer was not sent: {Reason}")]
    private partial void LogNoToken(string reason);
}
