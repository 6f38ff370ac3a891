using System.Text.Json;
using Bot.BotFramework.Activities;

namespace Bot.BotFramework.DirectLine;

/// <summary>
/// Makes an activity part of a stream for Web Chat, by its channel data
/// (https://github.com/microsoft/BotFramework-WebChat/blob/main/docs/LIVESTREAMING.md): only what Bot is doing, and the checked answer as its end.
/// </summary>
/// <param name="StreamId">The stream: the name of its first activity.</param>
/// <param name="StreamType"><see cref="Interim"/> or <see cref="Final"/>.</param>
/// <param name="StreamSequence">From 1; the end has none.</param>
internal sealed record LiveStream(string StreamId, string StreamType, int? StreamSequence)
{
    /// <summary>What Bot is doing. Web Chat has a type for that, <c>informative</c>, but shows dots for it, and after five seconds nothing.</summary>
    public const string Interim = "streaming";

    /// <summary>The end: the message.</summary>
    public const string Final = "final";

    /// <summary>The activity as part of it.</summary>
    public Activity Of(Activity activity) => activity with { ChannelData = ActivityJson.Element(this) };

    /// <summary>The stream that an activity begins; <see langword="null"/> when it begins none.</summary>
    public static string? NameOfFirst(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("streamSequence", out var sequence) && sequence.ValueKind == JsonValueKind.Number && sequence.TryGetInt32(out var number) && number == 1
            ? data.Words("streamId")
            : null;
}
