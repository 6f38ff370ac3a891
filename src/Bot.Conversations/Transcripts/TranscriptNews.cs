using System.Collections.Immutable;

namespace Bot.Conversations.Transcripts;

/// <summary>What happens in a conversation while one follows it: matched by one switch.</summary>
public abstract record TranscriptNews
{
    private TranscriptNews()
    {
    }

    /// <summary>Something was said, and is kept.</summary>
    /// <param name="Entries">In order, at least one.</param>
    public sealed record Said(ImmutableArray<TranscriptEntry> Entries) : TranscriptNews;

    /// <summary>Something passes by: told to those who listen now, and kept nowhere.</summary>
    /// <param name="Body">What its channel tells.</param>
    public sealed record Passing(string Body) : TranscriptNews
    {
        /// <summary>What people say never gets into a log by accident.</summary>
        public override string ToString() => nameof(Passing);
    }

    /// <summary>Nothing was said for a while.</summary>
    public sealed record Quiet : TranscriptNews;
}
