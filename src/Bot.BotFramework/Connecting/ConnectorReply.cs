using System.Net;
using Bot.BotFramework.Activities;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Connecting;

/// <summary>What a connector answered, and what that means.</summary>
/// <param name="Status">The HTTP status; <see langword="null"/> when no answer came.</param>
/// <param name="Id">The activity's name, if it gave one.</param>
/// <param name="Error">What it says went wrong.</param>
/// <param name="RetryAfter">When it may be asked again.</param>
/// <param name="Sent">Whether the request may have arrived.</param>
internal sealed record ConnectorReply(HttpStatusCode? Status, string? Id, ErrorDetail? Error, TimeSpan? RetryAfter, bool Sent)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Whether it was done.</summary>
    public bool Done => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>Why not, for operators: no words of readers.</summary>
    public string Reason => Status is { } status ? $"{(int)status} {Error?.Code}".Trim() : Error?.Code ?? "no answer";

    /// <summary>Whether a repetition may help, where one is safe.</summary>
    public bool MayBeRepeated => Status is null or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    /// <summary>
    /// What became of a new message. To post one again is safe only when the connector certainly did not take it: it says "too many requests", or the
    /// request never left. After 412 and 5xx, which Teams' documentation also calls retryable, it may have been shown.
    /// </summary>
    public Receipt OfNew() => this switch
    {
        { Done: true } => new Receipt.Shown(Id),
        { Status: HttpStatusCode.TooManyRequests } => new Receipt.NotShown(Reason, RetryAfter ?? Soon),
        { Status: null, Sent: false } => new Receipt.NotShown(Reason, Soon),
        { MayBeRepeated: true } => new Receipt.Unknown(Reason),
        _ => new Receipt.NotShown(Reason, null),
    };

    /// <summary>What became of a change in place, which may be made again.</summary>
    /// <param name="id">The message's name.</param>
    public Receipt OfChange(string id) => this switch
    {
        { Done: true } => new Receipt.Shown(id),
        { MayBeRepeated: true } => new Receipt.NotShown(Reason, RetryAfter ?? Soon),
        _ => new Receipt.NotShown(Reason, null),
    };
}
