namespace Bot.Discord.Rendering;

/// <summary>Names of channels, users and roles that Discord shows (https://discord.com/developers/docs/reference#message-formatting); they ping nobody.</summary>
internal static class Mention
{
    public static string Channel(string id) => $"<#{id}>";

    public static string User(string id) => $"<@{id}>";

    public static string Role(string id) => $"<@&{id}>";

    /// <summary>Several channels.</summary>
    public static string Channels(IEnumerable<string> ids) => string.Join(", ", ids.Select(Channel));
}
