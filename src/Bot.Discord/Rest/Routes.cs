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

    /// <summary>Create Interaction Response; Discord says what it calls the message.</summary>
    public static RestRequest CreateInteractionResponse(string interaction, string token, byte[] response) =>
        new(HttpMethod.Post, "/interactions/{interaction.id}/{interaction.token}/callback", $"/interactions/{Id(interaction)}/{Uri.EscapeDataString(token)}/callback?with_response=true")
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

    /// <summary>Get Original Interaction Response.</summary>
    public static RestRequest GetOriginal(string application, string token) => OfOriginal(HttpMethod.Get, application, token);

    /// <summary>Edit Followup Message.</summary>
    public static RestRequest EditFollowup(string application, string token, string id, Message message) =>
        OfFollowup(HttpMethod.Patch, application, token, id) with { Body = Json(message) };

    /// <summary>Delete Followup Message.</summary>
    public static RestRequest DeleteFollowup(string application, string token, string id) => OfFollowup(HttpMethod.Delete, application, token, id);

    /// <summary>Create Followup Message; Discord knows no nonce here.</summary>
    public static RestRequest CreateFollowup(string application, string token, Message message) =>
        new(HttpMethod.Post, "/webhooks/{application.id}/{interaction.token}", $"/webhooks/{Id(application)}/{Uri.EscapeDataString(token)}")
        {
            TopLevelId = $"{application}/{token}",
            Body = Json(message),
            IsInteraction = true,
        };

    /// <summary>Get Channel.</summary>
    public static RestRequest GetChannel(string channel) =>
        new(HttpMethod.Get, "/channels/{channel.id}", $"/channels/{Id(channel)}") { TopLevelId = channel, IsIdempotent = true };

    /// <summary>Get Guild Channels.</summary>
    public static RestRequest GetGuildChannels(string guild) => OfGuild(guild, "channels");

    /// <summary>Get Guild Roles.</summary>
    public static RestRequest GetGuildRoles(string guild) => OfGuild(guild, "roles");

    /// <summary>Get Guild Member.</summary>
    public static RestRequest GetGuildMember(string guild, string user) =>
        new(HttpMethod.Get, "/guilds/{guild.id}/members/{user.id}", $"/guilds/{Id(guild)}/members/{Id(user)}") { TopLevelId = guild, IsIdempotent = true };

    /// <summary>Get Current User: the bot itself.</summary>
    public static RestRequest GetCurrentUser() => new(HttpMethod.Get, "/users/@me", "/users/@me") { IsIdempotent = true };

    /// <summary>Create DM: the same one each time.</summary>
    public static RestRequest CreateDirectMessage(string user) =>
        new(HttpMethod.Post, "/users/@me/channels", "/users/@me/channels")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new DirectMessage(Id(user)), DiscordJson.Default.DirectMessage),
            IsIdempotent = true,
        };

    /// <summary>Start Thread from Message: a message has one at most, whose id is its own.</summary>
    public static RestRequest StartThread(string channel, string message, NewThread thread) =>
        new(HttpMethod.Post, "/channels/{channel.id}/messages/{message.id}/threads", $"/channels/{Id(channel)}/messages/{Id(message)}/threads")
        {
            TopLevelId = channel,
            Body = JsonSerializer.SerializeToUtf8Bytes(thread, DiscordJson.Default.NewThread),
            IsIdempotent = true,
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

    private static RestRequest OfGuild(string guild, string what) =>
        new(HttpMethod.Get, $"/guilds/{{guild.id}}/{what}", $"/guilds/{Id(guild)}/{what}") { TopLevelId = guild, IsIdempotent = true };

    private static RestRequest OfOriginal(HttpMethod method, string application, string token) =>
        new(method, "/webhooks/{application.id}/{interaction.token}/messages/@original", $"/webhooks/{Id(application)}/{Uri.EscapeDataString(token)}/messages/@original")
        {
            TopLevelId = $"{application}/{token}",
            IsIdempotent = true,
            IsInteraction = true,
        };

    private static RestRequest OfFollowup(HttpMethod method, string application, string token, string id) =>
        new(method, "/webhooks/{application.id}/{interaction.token}/messages/{message.id}", $"/webhooks/{Id(application)}/{Uri.EscapeDataString(token)}/messages/{Id(id)}")
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
