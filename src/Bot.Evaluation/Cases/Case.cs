using System.Collections.Immutable;
using Bot.Answering.Questions;

namespace Bot.Evaluation.Cases;

/// <summary>A question whose answer must have properties that an editor wrote down.</summary>
public sealed record Case
{
    /// <summary>What it is called: unique in its file.</summary>
    public required string Name { get; init; }

    /// <summary>The file it stands in, as people are told of it.</summary>
    public required string File { get; init; }

    /// <summary>The line it starts at, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The prompt beside whose files it stands; <see langword="null"/> for a case beside articles.</summary>
    public string? Prompt { get; init; }

    /// <summary>What is asked.</summary>
    public required Question Question { get; init; }

    /// <summary>What must hold of the answer; at least one.</summary>
    public required ImmutableArray<Assertion> Assertions { get; init; }

    /// <summary>How often it is asked, each time anew.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>The share of the repeats that must pass, above 0 and at most 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>What a scripted model says to it, instead of a model; empty when the model that is set is asked.</summary>
    public ImmutableArray<ScriptedReply> Replies { get; init; } = [];

    /// <summary>Its name in reports: <c>file: name</c>.</summary>
    public string Title => $"{File}: {Name}";
}
