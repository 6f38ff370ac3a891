using System.Globalization;
using System.Text.Json;
using Bot.Discord.Rest;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>
/// Takes interactions over HTTP instead of the gateway. Nothing of a request is read before its signature is checked: Discord itself sends bad ones
/// from time to time, and removes the address of an application that takes one.
/// </summary>
internal sealed partial class InteractionsEndpoint(IInteractions interactions, OpenCallbacks callbacks, IOptions<DiscordOptions> options, TimeProvider time, ILogger<InteractionsEndpoint> logger)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/discord/interactions";

    private const int LongestBody = 1024 * 1024;
    private const int Ping = 1;

    /// <summary>How old a request may be, or how far ahead its clock: an older one is somebody's copy.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly byte[] Pong = """{"type":1}"""u8.ToArray();

    private readonly InteractionSignature _signature = new(options.Value.PublicKey ?? throw new InvalidOperationException("Discord:PublicKey is not set: without it interactions over HTTP cannot be told from forgeries."));

    public async Task PostAsync(HttpContext context)
    {
        if (await BodyAsync(context.Request, context.RequestAborted).ConfigureAwait(false) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (!IsDiscords(context.Request.Headers, body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (Read(body) is not { } interaction)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (interaction.GetProperty("type").GetInt32() == Ping)
        {
            await WriteAsync(context, Pong).ConfigureAwait(false);
            return;
        }

        var reply = RestReply.Lost("The response broke off.");
        try
        {
            await WriteAsync(context, await interactions.AnswerAsync(interaction, context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
            reply = RestReply.Written;
        }
        finally
        {
            callbacks.Sent(new Interaction(interaction).Token, reply);
        }
    }

    private static async Task WriteAsync(HttpContext context, byte[] response)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = response.Length;
        await context.Response.Body.WriteAsync(response, context.RequestAborted).ConfigureAwait(false);
        await context.Response.CompleteAsync().ConfigureAwait(false);
    }

    private bool IsDiscords(IHeaderDictionary headers, byte[] body)
    {
        if (headers["X-Signature-Ed25519"] is not [{ } signature] || headers["X-Signature-Timestamp"] is not [{ } timestamp] || !_signature.Signs(signature, timestamp, body))
        {
            return false;
        }

        if (long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && (time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window)
        {
            return true;
        }

        LogNotNow(timestamp);
        return false;
    }

    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A message that a command is used on comes with it, and may be longer than readers' own requests.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LongestBody)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private static JsonElement? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Number && type.TryGetInt32(out _) ? root.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A request signed by Discord says it is of {Timestamp} (Unix time), which is not now, and was refused: if they all are, set this machine's clock.")]
    private partial void LogNotNow(string timestamp);
}
