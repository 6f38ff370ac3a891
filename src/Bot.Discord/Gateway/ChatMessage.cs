using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Guilds;

namespace Bot.Discord.Gateway;

/// <summary>A message as the gateway tells of it (https://discord.com/developers/docs/resources/message#message-object).</summary>
internal sealed class ChatMessage(JsonElement json)
{
    public string Id => Text("id");

    public string Content => Text("content");

    /// <summary>Whether nobody but its author and the bot is there.</summary>
    public bool IsDirect => Text("guild_id").Length == 0;

    /// <summary>When it was changed; empty when it was not, and only a preview was added.</summary>
    public string Edited => Text("edited_timestamp");

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Written => json.TryGetProperty("timestamp", out var written) && written.ValueKind == JsonValueKind.String && written.TryGetDateTimeOffset(out var moment) ? moment : null;

    /// <summary>Whether no person wrote it.</summary>
    public bool IsBots =>
        json.TryGetProperty("webhook_id", out _) || !json.TryGetProperty("author", out var author) || (author.TryGetProperty("bot", out var bot) && bot.ValueKind == JsonValueKind.True);

    /// <summary>Where it is, for what is shown of it.</summary>
    public Place Place => new(new DiscordPlace { ChannelId = Text("channel_id"), MessageId = Id, IsDirect = IsDirect }.Write(), IsDirect);

    /// <summary>A question that it asks.</summary>
    public Occasion Occasion => new()
    {
        Guild = IsDirect ? null : Text("guild_id"),
        Channel = Text("channel_id"),
        User = Text("author", "id"),
        Roles = json.TryGetProperty("member", out var member) && member.TryGetProperty("roles", out var roles) ? [.. roles.EnumerateArray().Select(role => role.GetString()!)] : [],
        IsDirect = IsDirect,
        IsMessage = true,
    };

    /// <summary>Whether it mentions somebody: by a reply, which its words don't show, or in its words.</summary>
    public bool Mentions(string user) =>
        user.Length > 0
        && ((json.TryGetProperty("mentions", out var mentioned) && mentioned.ValueKind == JsonValueKind.Array && mentioned.EnumerateArray().Any(one => Text(one, "id") == user))
            || NamesOf(user).Any(name => Content.Contains(name, StringComparison.Ordinal)));

    /// <summary>Its words without the name of somebody.</summary>
    public string Without(string user) => NamesOf(user).Aggregate(Content, (words, name) => words.Replace(name, " ", StringComparison.Ordinal)).Trim();

    /// <summary>The messages that were deleted together.</summary>
    public IEnumerable<string> Ids => json.TryGetProperty("ids", out var ids) && ids.ValueKind == JsonValueKind.Array ? ids.EnumerateArray().Select(id => id.GetString() ?? "") : [];

    private static string[] NamesOf(string user) => [$"<@{user}>", $"<@!{user}>"];

    private string Text(params ReadOnlySpan<string> path) => Text(json, path);

    private static string Text(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return "";
            }
        }

        return json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
    }
}
