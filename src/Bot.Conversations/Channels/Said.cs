using Bot.Answering.Answers;

namespace Bot.Conversations.Channels;

/// <summary>What Bot says to a reader: matched by one switch.</summary>
public abstract record Said
{
    private Said()
    {
    }

    /// <summary>An answer, as the record has it.</summary>
    /// <param name="Answer">The answer with the article as it was.</param>
    public sealed record Reply(Answer Answer) : Said;

    /// <summary>An apology instead of an answer. The channel words it in the reader's language.</summary>
    /// <param name="Reason">What went wrong.</param>
    /// <param name="Locale">The reader's language, a BCP 47 tag, if known.</param>
    public sealed record Apology(ApologyReason Reason, string? Locale) : Said;

    /// <summary>An approved correction of an answer that was shown: "Corrected on November 22, 2026: …".</summary>
    /// <param name="Words">The whole line, in the reader's language.</param>
    public sealed record Correction(string Words) : Said;
}

/// <summary>Why a question gets an apology and no answer.</summary>
public enum ApologyReason
{
    /// <summary>The channel's deadline came before the answer did.</summary>
    TooLate,

    /// <summary>Bot failed, more than once.</summary>
    Failed,

    /// <summary>Bot was stopped while it sent the answer: nobody knows whether its reader has it.</summary>
    Interrupted,
}
