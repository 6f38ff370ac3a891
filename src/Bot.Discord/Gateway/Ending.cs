namespace Bot.Discord.Gateway;

/// <summary>How a connection ended, and so what comes next: matched by one switch.</summary>
/// <param name="Reason">Why, for operators.</param>
internal abstract record Ending(string Reason)
{
    /// <summary>The session may be taken up again, which costs nothing.</summary>
    internal sealed record Resume(string Reason) : Ending(Reason);

    /// <summary>The session is over; a new one is to be begun.</summary>
    internal sealed record Identify(string Reason) : Ending(Reason);

    /// <summary>It would end the same way again, until somebody does something.</summary>
    /// <param name="Reason">What to do.</param>
    /// <param name="IsTokenRefused">Whether the token must not be used again.</param>
    internal sealed record Fatal(string Reason, bool IsTokenRefused = false) : Ending(Reason);

    /// <summary>Discord takes the token no more.</summary>
    public static Fatal TokenRefused { get; } = new("Discord refused the token (4004): make a new one in the developer portal (Bot, Reset Token) and set Discord:Token.", IsTokenRefused: true);

    /// <summary>What a close code means (https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).</summary>
    /// <param name="code">The code; <see langword="null"/> when the connection broke without one.</param>
    public static Ending Of(int? code) => code switch
    {
        4004 => TokenRefused,
        4010 => new Fatal("Discord knows no such shard (4010): start Bot with fewer shards, or as many as Discord recommends."),
        4011 => new Fatal("Discord asks for more shards (4011): start Bot with as many as Discord recommends."),
        4012 => new Fatal("Discord serves this version of its gateway no more (4012): update Bot."),
        4013 => new Fatal("Discord knows no such intents (4013): update Bot."),
        4014 => new Fatal("Discord does not allow an intent (4014): enable \"Message Content\" in the developer portal (Bot, Privileged Gateway Intents), or switch off Discord:ThreadMessages, which needs it."),
        4007 or 4009 => new Identify($"close {code}"),
        null => new Resume("broken"),
        _ => new Resume($"close {code}"),
    };
}
