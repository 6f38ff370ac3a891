using System.Text.Json.Serialization;
using Bot.BotFramework.Activities;

namespace Bot.BotFramework.DirectLine;

/// <summary>Activities of a conversation, and the place behind them.</summary>
/// <param name="Activities">In order.</param>
/// <param name="Watermark">Where to go on; <see langword="null"/> when nothing was kept of them.</param>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

/// <summary>How a client gets at a conversation (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference).</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Token">A token for it.</param>
/// <param name="ExpiresIn">How many seconds the token is good.</param>
/// <param name="StreamUrl">Its WebSocket.</param>
internal sealed record ConversationResponse(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl);

/// <summary>What a client says when it begins.</summary>
/// <param name="Locale">The language of its interface, a BCP 47 tag.</param>
/// <param name="BotArticle">The article that its page is about.</param>
internal sealed record BeginningBody(string? Locale, string? BotArticle);
