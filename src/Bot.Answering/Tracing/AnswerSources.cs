using System.Collections.Immutable;
using Bot.Answering.Prompts;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Tracing;

/// <summary>What an answer was made of besides the question: with the same, the same question has the same trace.</summary>
public sealed record AnswerSources
{
    /// <summary>The articles that were searched, by slug.</summary>
    public required IReadOnlyDictionary<string, IndexedArticle> Articles { get; init; }

    /// <summary>The fixed replies.</summary>
    public required ImmutableArray<FixedReply> Replies { get; init; }

    /// <summary>The prompts that were used.</summary>
    public ImmutableArray<PromptText> Prompts { get; init; } = [];

    /// <summary>The settings that answering depends on, by their whole names.</summary>
    public required ImmutableSortedDictionary<string, string?> Settings { get; init; }

    /// <summary>When it was looked at what is public.</summary>
    public required DateTimeOffset Moment { get; init; }

    /// <summary>How many turns before it the question came with.</summary>
    public int Recalled { get; init; }

    /// <summary>Which build of the program it was: the same code and learned data have the same.</summary>
    public string Program { get; init; } = ThisProgram;

    /// <summary>This build of the program.</summary>
    public static string ThisProgram { get; } = $"{typeof(Answerer).Module.ModuleVersionId:N}-{typeof(KnowledgeBase).Module.ModuleVersionId:N}";
}
