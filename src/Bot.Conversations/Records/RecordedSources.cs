using System.Collections.Immutable;
using Bot.Answering.Prompts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Replies;

namespace Bot.Conversations.Records;

/// <summary>What a recorded answer was made of, whatever was edited since.</summary>
public sealed record RecordedSources
{
    /// <summary>The articles that were searched.</summary>
    public required ImmutableArray<Article> Articles { get; init; }

    /// <summary>The fixed replies.</summary>
    public required ImmutableArray<FixedReply> Replies { get; init; }

    /// <summary>The prompts that were used.</summary>
    public required ImmutableArray<PromptText> Prompts { get; init; }

    /// <summary>The settings that answering depends on, by their whole names.</summary>
    public required ImmutableSortedDictionary<string, string?> Settings { get; init; }

    /// <summary>When it was looked at what is public.</summary>
    public required DateTimeOffset Moment { get; init; }

    /// <summary>Whether the program is the one that answered: another one may do otherwise.</summary>
    public required bool IsOfThisProgram { get; init; }
}
