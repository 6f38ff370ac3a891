using System.Net;
using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Discord.Rest;

namespace Bot.Discord.Channels;

/// <summary>What a reply of Discord's means for a delivery.</summary>
internal static class Receipts
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>What became of it.</summary>
    public static Receipt Of(RestReply reply) => reply switch
    {
        { Done: true } => new Receipt.Shown(IdOf(reply)),
        { RetryAfter: { } wait } => new Receipt.NotShown(reply.Reason, wait),
        { IsFailure: true, Sent: true } => new Receipt.Unknown(reply.Reason),
        { IsFailure: true } => new Receipt.NotShown(reply.Reason, Soon),
        _ => new Receipt.NotShown(ReasonOf(reply), null),
    };

    /// <summary>Whether the interaction can't be answered any more, and was not.</summary>
    public static bool IsOver(RestReply reply) => reply.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized;

    // Of the message itself, or of that which a first response made.
    private static string? IdOf(RestReply reply) => TextOf(reply.Body, "id") ?? TextOf(reply.Body, "resource", "message", "id");

    private static string? TextOf(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
    }

    private static string ReasonOf(RestReply reply) => reply.Code switch
    {
        RestReply.MissingAccess => $"{reply.Reason}: Bot may not see the channel; give it \"View Channel\" there.",
        RestReply.MissingPermission => $"{reply.Reason}: Bot may not write there; give it \"Send Messages\" (in threads: \"Send Messages in Threads\") and \"Read Message History\".",
        50007 or 50278 => $"{reply.Reason}: the reader takes no direct messages from Bot.",
        10003 or RestReply.UnknownMessage => $"{reply.Reason}: the channel or message is gone.",
        _ => reply.Reason,
    };
}
