using Bot.Answering.Questions;

namespace Bot.Discord.Guilds;

/// <summary>What operators and guilds say to a question: matched by one switch.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It may be asked.</summary>
    /// <param name="IsPrivate">Whether only the asker is to see the answer.</param>
    internal sealed record Taken(bool IsPrivate) : Verdict
    {
        /// <summary>The articles that may be asked; <see langword="null"/> for all.</summary>
        public ArticleScope? Scope { get; init; }

        /// <summary>The language of Bot's own words.</summary>
        public string? Locale { get; init; }

        /// <summary>Whether the answer opens a thread.</summary>
        public bool OpensThread { get; init; }

        /// <summary>Why the answer is private though the asker did not ask for that; <see langword="null"/> when they did, or it is not.</summary>
        public Note? Note { get; init; }
    }

    /// <summary>It may not be asked.</summary>
    /// <param name="Words">Why, for the asker, in Discord's markdown.</param>
    internal sealed record Refused(string Words) : Verdict
    {
        /// <summary>Whether nobody else is to hear of it, and the asker only once.</summary>
        public bool IsDiscreet { get; init; }
    }
}
