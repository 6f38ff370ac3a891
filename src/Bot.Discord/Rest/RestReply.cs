using System.Net;
using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>What Discord answered.</summary>
/// <param name="Status">The HTTP status; <see langword="null"/> when no answer came.</param>
/// <param name="Body">What it says, JSON; undefined when it says nothing that can be read.</param>
/// <param name="Reason">What went wrong, for operators: a status and Discord's own code, no words of readers.</param>
/// <param name="Sent">Whether the request may have arrived.</param>
internal sealed record RestReply(HttpStatusCode? Status, JsonElement Body, string Reason, bool Sent)
{
    /// <summary>The interaction has its first response already (a <see cref="Code"/>).</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>Bot may not see the channel (a <see cref="Code"/>).</summary>
    public const int MissingAccess = 50001;

    /// <summary>Bot may not do that in the channel (a <see cref="Code"/>).</summary>
    public const int MissingPermission = 50013;

    /// <summary>The message is gone (a <see cref="Code"/>).</summary>
    public const int UnknownMessage = 10008;

    /// <summary>It was done, as far as can be seen.</summary>
    public static RestReply Written { get; } = new(HttpStatusCode.OK, default, "", Sent: true);

    /// <summary>When it may be tried again, if it was refused for that.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Bot itself held it back.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool Done => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>Discord's own code of an error (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json).</summary>
    public int? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) && code.TryGetInt32(out var value) ? value : null;

    /// <summary>Whether nobody knows what became of it, or it failed for no fault of its own.</summary>
    public bool IsFailure => !IsHeld && (Status is null or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError);

    /// <summary>Nobody knows what became of it.</summary>
    /// <param name="reason">Why.</param>
    public static RestReply Lost(string reason) => new(null, default, reason, Sent: true);

    /// <summary>Bot did not send it.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="retryAfter">When it may be.</param>
    public static RestReply Held(string reason, TimeSpan? retryAfter) => new(null, default, reason, Sent: false) { IsHeld = true, RetryAfter = retryAfter };
}
