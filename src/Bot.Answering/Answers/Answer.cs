using System.Collections.Immutable;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Answers;

/// <summary>What Bot says to a question: one of five outcomes, matched by one switch.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The answer as plain text with markers <c>[n]</c> that name the citations' numbers; never empty.</summary>
    public required string Text { get; init; }

    /// <summary>The language of <see cref="Text"/>, a lower-case BCP 47 primary subtag.</summary>
    public required string Language { get; init; }

    /// <summary>How sure Bot is that <see cref="Text"/> answers the question, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Who composed it, and what went wrong on the way.</summary>
    public required Making Making { get; init; }

    /// <summary>Questions a reader could ask next; often empty.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>The citations shown, in the order of their numbers 1..n; empty unless answered or conflicting.</summary>
    public virtual ImmutableArray<Citation> Citations => [];

    /// <summary>The article answers, and every sentence is supported.</summary>
    public sealed record Answered : Answer
    {
        /// <summary>The sentences, each with at least one citation.</summary>
        public required ImmutableArray<Claim> Claims { get; init; }

        /// <summary>Whether it surely answers; else its sentences are shown as what may help.</summary>
        public bool Sure { get; init; } = true;

        /// <summary>The answer in a few words, when Bot is sure of it.</summary>
        public string? Short { get; init; }

        /// <inheritdoc/>
        public override ImmutableArray<Citation> Citations => Shown(Claims);
    }

    /// <summary>Two passages of about the same date contradict each other.</summary>
    public sealed record Conflicting : Answer
    {
        /// <summary>One claim a side, each with its citations.</summary>
        public required ImmutableArray<Claim> Sides { get; init; }

        /// <inheritdoc/>
        public override ImmutableArray<Citation> Citations => Shown(Sides);
    }

    /// <summary>There are passages about it, and they don't say.</summary>
    public sealed record NotStated : Answer
    {
        /// <summary>The passages that come closest. They are not an answer.</summary>
        public required ImmutableArray<Closest> Closest { get; init; }
    }

    /// <summary>No passage is about it.</summary>
    public sealed record NothingFound : Answer;

    /// <summary>A greeting, thanks, or "what can you do".</summary>
    public sealed record Smalltalk : Answer;

    private static ImmutableArray<Citation> Shown(ImmutableArray<Claim> claims) =>
        [.. claims.SelectMany(claim => claim.Citations).DistinctBy(citation => citation.Number).OrderBy(citation => citation.Number)];
}

/// <summary>A passage near a question that does not answer it.</summary>
/// <param name="Citation">Its best sentence, without a number.</param>
public sealed record Closest(Citation Citation)
{
    /// <summary>The passage.</summary>
    public Passage Passage => Citation.Passage!;
}

/// <summary>Who composed an answer.</summary>
/// <param name="Engine"><c>extractive</c>, or the model's name.</param>
public sealed record Making(string Engine)
{
    /// <summary>The engine that quotes and needs no model.</summary>
    public const string Extractive = "extractive";

    /// <summary>Whether a model should have composed it but could not.</summary>
    public bool Degraded { get; init; }

    /// <summary>Why it is degraded, for the operator only; never shown to readers.</summary>
    public string? DegradedReason { get; init; }

    /// <summary>How many sentences were cited anew or dropped by the claim check.</summary>
    public int Repaired { get; init; }

    /// <summary>From question to answer.</summary>
    public TimeSpan Elapsed { get; init; }
}
