using System.Text.Json;
using Bot.Discord.Messages;

namespace Bot.Discord.Rest;

/// <summary>The calls Bot makes (https://discord.com/developers/docs/reference).</summary>
internal static class Routes
{
    /// <summary>Create Message; repeated safely when the message has a nonce.</summary>
    public static RestRequest CreateMessage(string channel, Message message) =>
        new(HttpMethod.Post, "/channels/{channel.id}/messages", $"/channels/{Id(channel)}/messages")
        {
            TopLevelId = channel,
            Body = Json(message),
            IsIdempotent = message.Nonce is not null,
        };

    /// <summary>Edit Message.</summary>
    public static RestRequest EditMessage(string channel, string id, Message message) =>
        new(HttpMethod.Patch, "/channels/{channel.id}/messages/{message.id}", $"/channels/{Id(channel)}/messages/{Id(id)}")
        {
            TopLevelId = channel,
            Body = Json(message),
            IsIdempotent = true,
        };

    /// <summary>Delete Message.</summary>
    public static RestRequest DeleteMessage(string channel, string id) =>
        new(HttpMethod.Delete, "/channels/{channel.id}/messages/{message.id}", $"/channels/{Id(channel)}/messages/{Id(id)}") { TopLevelId = channel, IsIdempotent = true };

    /// <summary>Trigger Typing Indicator.</summary>
    public static RestRequest TriggerTyping(string channel) =>
        new(HttpMethod.Post, "/channels/{channel.id}/typing", $"/channels/{Id(channel)}/typing") { TopLevelId = channel };

    /// <summary>Create Interaction Response.</summary>
    public static RestRequest CreateInteractionResponse(string interaction, string token, byte[] response) =>
        new(HttpMethod.Post, "/interactions/{interaction.id}/{interaction.token}/callback", $"/interactions/{Id(interaction)}/{Uri.EscapeDataString(token)}/callback")
        {
            Body = response,
            IsInteraction = true,
            IsCallback = true,
        };

    /// <summary>Edit Original Interaction Response.</summary>
    public static RestRequest EditOriginal(string application, string token, Message message) =>
        OfOriginal(HttpMethod.Patch, application, token) with { Body = Json(message) };

    /// <summary>Delete Original Interaction Response.</summary>
    public static RestRequest DeleteOriginal(string application, string token) => OfOriginal(HttpMethod.Delete, application, token);

    /// <summary>Create Followup Message; Discord knows no nonce here.</summary>
    public static RestRequest CreateFollowup(string application, string token, Message message) =>
        new(HttpMethod.Post, "/webhooks/{application.id}/{interaction.token}", $"/webhooks/{Id(application)}/{Uri.EscapeDataString(token)}")
        {
            TopLevelId = $"{application}/{token}",
            Body = Json(message),
            IsInteraction = true,
        };

    /// <summary>Get Gateway Bot.</summary>
    public static RestRequest GetGatewayBot() => new(HttpMethod.Get, "/gateway/bot", "/gateway/bot") { IsIdempotent = true };

    /// <summary>Get Current Application.</summary>
    public static RestRequest GetCurrentApplication() => new(HttpMethod.Get, "/applications/@me", "/applications/@me") { IsIdempotent = true };

    /// <summary>Get Global Application Commands, with their words in all languages.</summary>
    public static RestRequest GetGlobalCommands(string application) =>
        new(HttpMethod.Get, "/applications/{application.id}/commands", $"/applications/{Id(application)}/commands?with_localizations=true") { IsIdempotent = true };

    /// <summary>Bulk Overwrite Global Application Commands.</summary>
    public static RestRequest SetGlobalCommands(string application, IReadOnlyList<ApplicationCommand> commands) =>
        new(HttpMethod.Put, "/applications/{application.id}/commands", $"/applications/{Id(application)}/commands")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListApplicationCommand),
            IsIdempotent = true,
        };

    private static RestRequest OfOriginal(HttpMethod method, string application, string token) =>
        new(method, "/webhooks/{application.id}/{interaction.token}/messages/@original", $"/webhooks/{Id(application)}/{Uri.EscapeDataString(token)}/messages/@original")
        {
            TopLevelId = $"{application}/{token}",
            IsIdempotent = true,
            IsInteraction = true,
        };

    private static byte[] Json(Message message) => JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.Message);

    private static string Id(string snowflake) =>
        ulong.TryParse(snowflake, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? snowflake
            : throw new ArgumentException("An id of Discord's is a number.", nameof(snowflake));
}
