using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Questions;

namespace Bot.Discord.Guilds;

/// <summary>What those who manage a guild decided for it.</summary>
internal sealed record GuildSettings
{
    /// <summary>The most of each kind that may be named.</summary>
    public const int MostNamed = 25;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What holds until somebody decides.</summary>
    public static GuildSettings Default { get; } = new();

    /// <summary>The channels where answers may be public, with their threads. Without any, all answers are private.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>The slugs of the articles that may be asked. Without any, and without tags, every article may.</summary>
    public ImmutableArray<string> Articles { get; init; } = [];

    /// <summary>The tags of articles that may be asked.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether an answer is private when the asker does not say.</summary>
    public bool Private { get; init; }

    /// <summary>Whether a public answer to a command opens a thread.</summary>
    public bool Threads { get; init; }

    /// <summary>The language that Bot's own words are in where a reader's is unknown; <see langword="null"/> for English.</summary>
    public string? Language { get; init; }

    /// <summary>Roles whose members may not ask.</summary>
    public ImmutableArray<string> BlockedRoles { get; init; } = [];

    /// <summary>Users who may not ask.</summary>
    public ImmutableArray<string> BlockedUsers { get; init; } = [];

    /// <summary>The articles that may be asked; <see langword="null"/> for all.</summary>
    [JsonIgnore]
    public ArticleScope? Scope => Articles.IsEmpty && Tags.IsEmpty ? null : new() { Slugs = Articles, Tags = Tags };

    /// <summary>Whether more is named of a kind than may be.</summary>
    [JsonIgnore]
    public bool IsOverfull => new[] { Channels, Articles, Tags, BlockedRoles, BlockedUsers }.Any(named => named.Length > MostNamed);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static GuildSettings Read(string json) => JsonSerializer.Deserialize<GuildSettings>(json, Json)!;

    /// <summary>The settings as they are kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Whether answers may be public in a channel.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="parent">A thread's channel.</param>
    public bool Allows(string channel, string? parent) => Channels.Contains(channel) || (parent is not null && Channels.Contains(parent));

    /// <summary>Whether somebody may not ask.</summary>
    public bool Blocks(string user, IEnumerable<string> roles) => BlockedUsers.Contains(user) || roles.Any(role => BlockedRoles.Contains(role));
}
