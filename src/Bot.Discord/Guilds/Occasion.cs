using Bot.Discord.Interactions;

namespace Bot.Discord.Guilds;

/// <summary>Where, how and by whom a question is asked: what decides whether it is taken.</summary>
internal sealed record Occasion
{
    /// <summary>The guild; <see langword="null"/> outside of guilds.</summary>
    public string? Guild { get; init; }

    /// <summary>The channel or thread.</summary>
    public required string Channel { get; init; }

    /// <summary>A thread's channel, if it is known.</summary>
    public string? Parent { get; init; }

    /// <summary>Who asks.</summary>
    public required string User { get; init; }

    /// <summary>Their roles in the guild.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Their interface language, if it is known.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether nobody else is there.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether only the asker, not the guild, installed Bot.</summary>
    public bool IsAway { get; init; }

    /// <summary>Whether it is asked by a message, which all in the channel see and which can't be answered to one of them.</summary>
    public bool IsMessage { get; init; }

    /// <summary>Whether a thread can be opened from the answer.</summary>
    public bool MayOpenThread { get; init; }

    /// <summary>The article that is asked; <see langword="null"/> for none in particular.</summary>
    public string? Article { get; init; }

    /// <summary>Whether the answer is for the asker alone; <see langword="null"/> when they did not say.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>A question by a command or form.</summary>
    public static Occasion Of(Interaction asked, string? article, bool? isPrivate) => new()
    {
        Guild = asked.GuildId,
        Channel = asked.ChannelId,
        Parent = asked.ThreadParentId,
        User = asked.UserId,
        Roles = asked.Roles,
        Locale = asked.Locale,
        IsDirect = asked.IsDirect,
        IsAway = asked.IsAway,
        MayOpenThread = asked is { Type: Interaction.Command, CanHoldThreads: true },
        Article = article,
        IsPrivate = isPrivate,
    };
}
