using System.Globalization;
using System.Text.Json;
using Bot.Discord.Guilds;
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

    public int Type { get; } = Kind(json) ?? 0;

    public string Id { get; } = Text(json, "id");

    public string ApplicationId { get; } = Text(json, "application_id");

    public string Token { get; } = Text(json, "token");

    public string ChannelId { get; } = Text(json, "channel_id");

    public string? Locale { get; } = Text(json, "locale") is { Length: > 0 } locale ? locale : null;

    /// <summary>Who did it.</summary>
    public string UserId { get; } = Text(json, "member", "user", "id") is { Length: > 0 } member ? member : Text(json, "user", "id");

    /// <summary>Whether it was in a guild, where others are.</summary>
    public bool IsInGuild { get; } = Text(json, "guild_id").Length > 0;

    /// <summary>The guild; <see langword="null"/> outside of guilds.</summary>
    public string? GuildId { get; } = Text(json, "guild_id") is { Length: > 0 } guild ? guild : null;

    /// <summary>The channel of the thread it was done in; <see langword="null"/> when it was no thread.</summary>
    public string? ThreadParentId { get; } = Find(json, "channel") is { } channel ? GuildChannel.ParentOf(channel) : null;

    /// <summary>Whether a thread can be opened from a message there.</summary>
    public bool CanHoldThreads { get; } = Find(json, "channel") is { } channel && GuildChannel.CanHoldThreads(channel);

    /// <summary>The roles of who did it.</summary>
    public IReadOnlyList<string> Roles { get; } = Find(json, "member", "roles") is { ValueKind: JsonValueKind.Array } roles ? [.. roles.EnumerateArray().Select(role => Text(role))] : [];

    /// <summary>Whether who did it may manage the guild, as Discord computed it.</summary>
    public bool MayManageGuild => IsInGuild && ((Permission)Number(json, "member", "permissions") & (Permission.ManageGuild | Permission.Administrator)) != 0;

    /// <summary>What Bot may do in the channel, as Discord computed it.</summary>
    public Permission AppPermissions => (Permission)Number(json, "app_permissions");

    /// <summary>Whether nobody but who did it and the bot are there.</summary>
    public bool IsDirect => Context == BotDirect;

    /// <summary>Whether the bot is not there: only who did it installed it.</summary>
    public bool IsAway => Context != BotDirect && (Find(json, "authorizing_integration_owners") is { ValueKind: JsonValueKind.Object } owners ? owners.TryGetProperty("1", out _) && !owners.TryGetProperty("0", out _) : Context == OtherPrivate);

    /// <summary>The command's name.</summary>
    public string Name { get; } = Text(json, "data", "name");

    /// <summary>What the button or form carries.</summary>
    public string CustomId { get; } = Text(json, "data", "custom_id");

    /// <summary>The message with the button.</summary>
    public string MessageId { get; } = Text(json, "message", "id");

    /// <summary>Whether only the asker sees the message with the button.</summary>
    public bool IsOnPrivateMessage { get; } = json.At("message", "flags").Whole() is { } flags && (flags & Message.Ephemeral) != 0;

    /// <summary>Whether who did it may delete what others asked for: it was their question, or they may manage messages.</summary>
    public bool MayDelete => IsDirect || UserId == AskerOfMessage || ((Permission)Number(json, "member", "permissions") & Permission.ManageMessages) != 0;

    private long Context => json.At("context").Whole() ?? (IsInGuild ? 0 : BotDirect);

    // Of a command, or of the message that was replied to.
    private string AskerOfMessage => Text(json, "message", "interaction_metadata", "user", "id") is { Length: > 0 } user ? user : Text(json, "message", "referenced_message", "author", "id");

    /// <summary>The command's subcommand, after its group if it has one; empty when there is none.</summary>
    public string Subcommand => Chosen.Path;

    /// <summary>A command's option; <see langword="null"/> when it was left out.</summary>
    public JsonElement? Option(string name) =>
        Chosen.Options is { ValueKind: JsonValueKind.Array } options
            ? options.EnumerateArray().Where(option => Text(option, "name") == name).Select(option => Find(option, "value")).FirstOrDefault()
            : null;

    /// <summary>What has been typed of the option that is being typed.</summary>
    public string Typed => Chosen.Options is { ValueKind: JsonValueKind.Array } options
        ? options.EnumerateArray().Where(option => Find(option, "focused") is { ValueKind: JsonValueKind.True }).Select(option => Text(option, "value")).FirstOrDefault() ?? ""
        : "";

    /// <summary>The words of the message that the command was chosen for.</summary>
    public string TargetText { get; } = Text(json, "data", "resolved", "messages", Text(json, "data", "target_id"), "content");

    /// <summary>What was written into a form's only field, which is in a label, or in a row as older forms have it.</summary>
    public string Written { get; } = Find(json, "data", "components") is { ValueKind: JsonValueKind.Array } labels && labels.GetArrayLength() > 0
        ? Text(Find(labels[0], "components") is { ValueKind: JsonValueKind.Array } row && row.GetArrayLength() > 0 ? row[0] : Find(labels[0], "component") ?? default, "value")
        : "";

    /// <summary>A text among a command's options; <see langword="null"/> when it was left out.</summary>
    public string? Words(string name) => Option(name) is { ValueKind: JsonValueKind.String } ? Option(name).Words() : null;

    /// <summary>A switch among a command's options; <see langword="null"/> when it was left out.</summary>
    public bool? Switch(string name) => Option(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } given ? given.GetBoolean() : null;

    /// <summary>Whether an id among a command's options is a role's.</summary>
    public bool IsRole(string id) => Find(json, "data", "resolved", "roles", id) is not null;

    private (string Path, JsonElement? Options) Chosen
    {
        get
        {
            var (path, options) = ("", Find(json, "data", "options"));
            while (options is { ValueKind: JsonValueKind.Array } level && level.GetArrayLength() == 1 && Kind(level[0]) is CommandOption.Subcommand or CommandOption.Group)
            {
                (path, options) = ($"{path} {Text(level[0], "name")}".TrimStart(), Find(level[0], "options"));
            }

            return (path, options);
        }
    }

    private static ulong Number(JsonElement json, params ReadOnlySpan<string> path) =>
        ulong.TryParse(Text(json, path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int? Kind(JsonElement json) => json.At("type").Whole() is { } kind and >= 0 and <= int.MaxValue ? (int)kind : null;

    private static string Text(JsonElement json, params ReadOnlySpan<string> path) => json.Words(path);

    private static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> path) => json.At(path);
}
