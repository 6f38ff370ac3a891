using System.Collections.Immutable;

namespace Bot.Conversations.Records.Keeping;

/// <summary>What answers were made of, as the record has it: the rest by its key or hash.</summary>
internal sealed record KeptSources
{
    /// <summary>The build of the program.</summary>
    public required string Program { get; init; }

    /// <summary>The settings.</summary>
    public required ImmutableSortedDictionary<string, string?> Settings { get; init; }

    /// <summary>The keys of the prompts.</summary>
    public required ImmutableArray<string> Prompts { get; init; }

    /// <summary>The key of the fixed replies.</summary>
    public required string Replies { get; init; }

    /// <summary>The keys of the lists of articles.</summary>
    public required ImmutableArray<string> Shelves { get; init; }
}

/// <summary>A fixed reply; its texts by language, as the hashes of their versions.</summary>
internal sealed record KeptReply(
    string Name, ImmutableSortedDictionary<string, ImmutableArray<string>> Phrases, ImmutableSortedDictionary<string, string> Texts);
