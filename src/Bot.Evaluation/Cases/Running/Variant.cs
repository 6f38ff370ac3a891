using System.Collections.Immutable;
using Bot.Answering.Prompts;

namespace Bot.Evaluation.Cases.Running;

/// <summary>One way of answering: prompts, a model and settings. Cases are run with one, or with several side by side.</summary>
/// <param name="Name">What it is called in reports.</param>
public sealed record Variant(string Name)
{
    /// <summary>The settings in which it differs from those in force, such as <c>Prompts:Path</c> and <c>Model:Name</c>.</summary>
    public ImmutableDictionary<string, string?> Settings { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Prompts as an editor has them on the screen, used in place of those on disk.</summary>
    public ImmutableArray<PromptDraft> Drafts { get; init; } = [];

    /// <summary>What a scripted model says in place of a model; it wins over what a case has its model say.</summary>
    public ModelScript? Script { get; init; }
}
