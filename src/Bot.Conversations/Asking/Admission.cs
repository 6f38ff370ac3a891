using Bot.Conversations.Records;

namespace Bot.Conversations.Asking;

/// <summary>What becomes of a question that is handed in: matched by one switch. Only a question in the record may be acknowledged.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>It is in the record: it will be answered, also after a crash.</summary>
    /// <param name="Turn">Its name.</param>
    public sealed record Accepted(TurnId Turn) : Admission;

    /// <summary>The event was handed in before: it is not answered again. Acknowledge it as before.</summary>
    /// <param name="Turn">The turn it has.</param>
    public sealed record Repeated(TurnId Turn) : Admission;

    /// <summary>Its text is empty or too long.</summary>
    /// <param name="Limit">At most this many UTF-16 code units.</param>
    public sealed record WrongLength(int Limit) : Admission;

    /// <summary>The asker, the conversation or all readers together ask too fast.</summary>
    /// <param name="Limit">Whose limit it is.</param>
    /// <param name="Wait">Until it may be asked again.</param>
    public sealed record TooFast(LimitedBy Limit, TimeSpan Wait) : Admission;

    /// <summary>Too many questions wait already.</summary>
    /// <param name="Wait">When to try again.</param>
    public sealed record Full(TimeSpan Wait) : Admission;

    /// <summary>An editor blocked the asker. Channels stay silent, or say so once.</summary>
    public sealed record Blocked : Admission;

    /// <summary>It could not be recorded in time, or Bot is stopping: "please try again". It is not accepted.</summary>
    public sealed record TryAgain : Admission;
}

/// <summary>Whose limit a question runs into.</summary>
public enum LimitedBy
{
    /// <summary>The asker's own.</summary>
    Asker,

    /// <summary>The conversation's.</summary>
    Conversation,

    /// <summary>Everybody's.</summary>
    Everybody,
}
