using System.Text.Json;
using Bot.Conversations.Channels;
using Bot.Discord.Channels;
using Bot.Discord.Guilds;
using Bot.Discord.Messages;

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
    public DateTimeOffset? Written => json.At("timestamp") is { ValueKind: JsonValueKind.String } written && written.TryGetDateTimeOffset(out var moment) ? moment : null;

    /// <summary>Whether no person wrote it.</summary>
    public bool IsBots =>
        json.At("webhook_id") is not null || json.At("author") is not { ValueKind: JsonValueKind.Object } author || author.At("bot") is { ValueKind: JsonValueKind.True };

    /// <summary>Where it is, for what is shown of it.</summary>
    public Place Place => new(new DiscordPlace { ChannelId = Text("channel_id"), MessageId = Id, IsDirect = IsDirect }.Write(), IsDirect);

    /// <summary>A question that it asks.</summary>
    public Occasion Occasion => new()
    {
        Guild = IsDirect ? null : Text("guild_id"),
        Channel = Text("channel_id"),
        User = Text("author", "id"),
        Roles = [.. json.At("member", "roles").Items().Select(role => role.Words()).Where(role => role.Length > 0)],
        IsDirect = IsDirect,
        IsMessage = true,
    };

    /// <summary>Whether it mentions somebody: by a reply, which its words don't show, or in its words.</summary>
    public bool Mentions(string user) =>
        user.Length > 0
        && (json.At("mentions").Items().Any(one => one.Words("id") == user)
            || NamesOf(user).Any(name => Content.Contains(name, StringComparison.Ordinal)));

    /// <summary>Its words without the name of somebody.</summary>
    public string Without(string user) => NamesOf(user).Aggregate(Content, (words, name) => words.Replace(name, " ", StringComparison.Ordinal)).Trim();

    /// <summary>The messages that were deleted together.</summary>
    public IEnumerable<string> Ids => json.At("ids").Items().Select(id => id.Words()).Where(id => id.Length > 0);

    private static string[] NamesOf(string user) => [$"<@{user}>", $"<@!{user}>"];

    private string Text(params ReadOnlySpan<string> path) => json.Words(path);
}
