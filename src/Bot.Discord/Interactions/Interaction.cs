using System.Globalization;
using System.Text.Json;
using Bot.Discord.Messages;

namespace Bot.Discord.Interactions;

/// <summary>What somebody did (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object).</summary>
internal sealed class Interaction(JsonElement json)
{
    /// <summary>A command was used.</summary>
    public const int Command = 2;

    /// <summary>A button was pressed.</summary>
    public const int Component = 3;

    /// <summary>A form was filled in.</summary>
    public const int Modal = 5;

    /// <summary>An option is being typed.</summary>
    public const int Autocomplete = 4;

    private const int BotDirect = 1;
    private const int OtherPrivate = 2;
    private const ulong ManageMessages = 1 << 13;

    public int Type { get; } = Find(json, "type") is { ValueKind: JsonValueKind.Number } type ? type.GetInt32() : 0;

    public string Id { get; } = Text(json, "id");

    public string ApplicationId { get; } = Text(json, "application_id");

    public string Token { get; } = Text(json, "token");

    public string ChannelId { get; } = Text(json, "channel_id");

    public string? Locale { get; } = Text(json, "locale") is { Length: > 0 } locale ? locale : null;

    /// <summary>Who did it.</summary>
    public string UserId { get; } = Text(json, "member", "user", "id") is { Length: > 0 } member ? member : Text(json, "user", "id");

    /// <summary>Whether it was in a guild, where others are.</summary>
    public bool IsInGuild { get; } = Text(json, "guild_id").Length > 0;

    /// <summary>Whether nobody but who did it and the bot are there.</summary>
    public bool IsDirect => Context == BotDirect;

    /// <summary>Whether the bot is not there: only who did it installed it.</summary>
    public bool IsAway => Context != BotDirect && (Find(json, "authorizing_integration_owners") is { ValueKind: JsonValueKind.Object } owners ? !owners.TryGetProperty("0", out _) : Context == OtherPrivate);

    /// <summary>The command's name.</summary>
    public string Name { get; } = Text(json, "data", "name");

    /// <summary>What the button or form carries.</summary>
    public string CustomId { get; } = Text(json, "data", "custom_id");

    /// <summary>The message with the button.</summary>
    public string MessageId { get; } = Text(json, "message", "id");

    /// <summary>Whether only the asker sees the message with the button.</summary>
    public bool IsOnPrivateMessage { get; } = Find(json, "message", "flags") is { ValueKind: JsonValueKind.Number } flags && (flags.GetInt64() & Message.Ephemeral) != 0;

    /// <summary>Whether who did it may delete what others asked for: it was their question, or they may manage messages.</summary>
    public bool MayDelete => IsDirect || UserId == AskerOfMessage || (ulong.TryParse(Text(json, "member", "permissions"), NumberStyles.None, CultureInfo.InvariantCulture, out var permissions) && (permissions & ManageMessages) != 0);

    private int Context => Find(json, "context") is { ValueKind: JsonValueKind.Number } context ? context.GetInt32() : IsInGuild ? 0 : BotDirect;

    // Of a command, or of the message that was replied to.
    private string AskerOfMessage => Text(json, "message", "interaction_metadata", "user", "id") is { Length: > 0 } user ? user : Text(json, "message", "referenced_message", "author", "id");

    /// <summary>A command's option; <see langword="null"/> when it was left out.</summary>
    public JsonElement? Option(string name) =>
        Find(json, "data", "options") is { ValueKind: JsonValueKind.Array } options
            ? options.EnumerateArray().Where(option => Text(option, "name") == name).Select(option => Find(option, "value")).FirstOrDefault()
            : null;

    /// <summary>What has been typed of the option that is being typed.</summary>
    public string Typed { get; } = Find(json, "data", "options") is { ValueKind: JsonValueKind.Array } options
        ? options.EnumerateArray().Where(option => Find(option, "focused") is { ValueKind: JsonValueKind.True }).Select(option => Text(option, "value")).FirstOrDefault() ?? ""
        : "";

    /// <summary>The words of the message that the command was chosen for.</summary>
    public string TargetText { get; } = Text(json, "data", "resolved", "messages", Text(json, "data", "target_id"), "content");

    /// <summary>What was written into a form's only field.</summary>
    public string Written { get; } = Find(json, "data", "components") is { ValueKind: JsonValueKind.Array } labels && labels.GetArrayLength() > 0
        ? Text(labels[0], "component", "value")
        : "";

    private static string Text(JsonElement json, params ReadOnlySpan<string> path) => Find(json, path) is { ValueKind: JsonValueKind.String } found ? found.GetString()! : "";

    private static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json;
    }
}
