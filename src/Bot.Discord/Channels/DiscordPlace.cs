using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Conversations.Channels;
using Bot.Discord.Guilds;

namespace Bot.Discord.Channels;

/// <summary>Where an answer goes: the address of a place in the record.</summary>
internal sealed record DiscordPlace
{
    /// <summary>The channel, thread or direct message.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The message that asked; <see langword="null"/> for an interaction.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whether nobody but the asker is in the channel.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether the bot is not in the channel, since only the asker installed it: nothing but the interaction answers there.</summary>
    public bool IsAway { get; init; }

    /// <summary>The interaction that asked and was deferred; <see langword="null"/> for a message.</summary>
    public InteractionToken? Interaction { get; init; }

    /// <summary>The asker's interface language.</summary>
    public string? Locale { get; init; }

    /// <summary>Who asked by a message, and is told when it can't be answered there; <see langword="null"/> for an interaction.</summary>
    public string? AskerId { get; init; }

    /// <summary>The name of the thread that the answer opens; <see langword="null"/> when it opens none.</summary>
    public string? Thread { get; init; }

    /// <summary>What the asker is told beside the answer, once; <see langword="null"/> for nothing.</summary>
    public Note? Note { get; init; }

    public static DiscordPlace Of(Place place) => JsonSerializer.Deserialize(place.Address, PlaceJson.Default.DiscordPlace)!;

    public string Write() => JsonSerializer.Serialize(this, PlaceJson.Default.DiscordPlace);

    /// <summary>Whether a message may be written there: the bot can, and nobody sees it who shall not.</summary>
    public bool MayShow(Place place) => !IsAway && (!place.Private || IsDirect);

    /// <summary>It carries a token: it never gets into a log by accident.</summary>
    public override string ToString() => ChannelId;
}

/// <summary>What answers an interaction (https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages).</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Token">Stands for the bot's token, for 15 minutes.</param>
/// <param name="Until">When it ends.</param>
internal sealed record InteractionToken(string ApplicationId, string Token, DateTimeOffset Until)
{
    /// <summary>How long a token lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    // A request under way must arrive while it lives.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    /// <summary>Whether it may be used.</summary>
    public bool IsAlive(DateTimeOffset now) => now < Until - Margin;

    /// <inheritdoc/>
    public override string ToString() => ApplicationId;
}

/// <summary>Places as JSON.</summary>
[JsonSerializable(typeof(DiscordPlace))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PlaceJson : JsonSerializerContext;
