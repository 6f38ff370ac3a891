using System.Collections.Immutable;

namespace Bot.Knowledge.Importing.Feeds;

/// <summary>A feed.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Entries">Its entries, the newest first; those without a date as they stand, last.</param>
internal sealed record Feed(string? Title, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>When its newest entry is of; <see langword="null"/> when none is dated.</summary>
    public DateTimeOffset? Newest => Entries.Max(entry => entry.Published);
}
