using System.Collections.Immutable;
using Bot.Conversations.Corrections;
using Bot.Evaluation.Cases.Covering;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Testing;

/// <summary>What cases reach, and what an edit touches.</summary>
/// <param name="Report">What came of the cases.</param>
/// <param name="Coverage">What cases reach.</param>
/// <param name="Edits">What was edited, and the cases it touches; <see langword="null"/> when nothing is known of how the articles were.</param>
internal sealed record Covered(TestReport Report, Coverage Coverage, ArticleEdits? Edits)
{
    /// <summary>The recorded answers that it touches.</summary>
    public ForeseenAnswers Answers { get; init; } = new([], "");
}

/// <summary>The recorded answers that an edit touches.</summary>
/// <param name="Changes">The cited words that would read differently, with the answers that cite them.</param>
/// <param name="Missing">Where no record is; <see langword="null"/> when there is one.</param>
internal sealed record ForeseenAnswers(ImmutableArray<ForeseenChange> Changes, string? Missing);
