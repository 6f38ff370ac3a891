using System.Text.Json;
using Bot.Discord.Messages;

namespace Bot.Discord.Guilds;

/// <summary>What a channel says of itself (https://discord.com/developers/docs/resources/channel#channel-object).</summary>
internal static class GuildChannel
{
    /// <summary>A text channel.</summary>
    public const int Text = 0;

    /// <summary>A voice channel, which has a chat.</summary>
    public const int Voice = 2;

    /// <summary>A channel that others may follow.</summary>
    public const int Announcement = 5;

    /// <summary>A channel of threads only.</summary>
    public const int Forum = 15;

    private const int FirstThread = 10;
    private const int LastThread = 12;

    /// <summary>Its id.</summary>
    public static string IdOf(JsonElement channel) => channel.Words("id");

    /// <summary>A thread's channel. What others belong to is a mere heading.</summary>
    public static string? ParentOf(JsonElement channel) =>
        TypeOf(channel) is >= FirstThread and <= LastThread && channel.Words("parent_id") is { Length: > 0 } parent ? parent : null;

    /// <summary>Whether a thread can be opened from one of its messages.</summary>
    public static bool CanHoldThreads(JsonElement channel) => TypeOf(channel) is Text or Announcement;

    private static long? TypeOf(JsonElement channel) => channel.At("type").Whole();
}
