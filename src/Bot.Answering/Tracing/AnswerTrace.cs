using System.Collections.Immutable;
using Bot.Answering.Models;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tracing;

/// <summary>Everything that led to an answer, for editors and operators; readers never see it.</summary>
public sealed record AnswerTrace
{
    /// <summary>The question as it reads without its history; what was searched for.</summary>
    public required string Standalone { get; init; }

    /// <summary>What kind of question it was taken for.</summary>
    public required string Kind { get; init; }

    /// <summary>The sentences found, best first, with the parts of their scores.</summary>
    public ImmutableArray<SearchHit> Hits { get; init; } = [];

    /// <summary>The parts the confidence is made of, by name.</summary>
    public ImmutableSortedDictionary<string, double> Signals { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The passages the composer was given, in the order of the numbers by which <see cref="RawText"/> cites them, from 1.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>The prompt as the model got it; <see langword="null"/> when no model was asked.</summary>
    public string? RenderedPrompt { get; init; }

    /// <summary>
    /// The version of the prompt that had the answer composed: the first 12 hexadecimal digits of its files' SHA-256; <see langword="null"/> when the
    /// answer was quoted.
    /// </summary>
    public string? PromptVersion { get; init; }

    /// <summary>What the composer wrote, before the claim check; <see langword="null"/> when none was asked.</summary>
    public string? RawText { get; init; }

    /// <summary>What the claim check said of each sentence of <see cref="RawText"/>.</summary>
    public ImmutableArray<SentenceVerdict> Verdicts { get; init; } = [];

    /// <summary>What a model was asked and wrote, in order; empty when none was asked.</summary>
    public ImmutableArray<Consulted> Consulted { get; init; } = [];

    /// <summary>What asking the model for the answer cost; <see langword="null"/> when it was not asked.</summary>
    public TokenUsage? Usage { get; init; }

    internal static AnswerTrace Of(string question) => new() { Standalone = question, Kind = nameof(QuestionKind.Fact) };

    internal static AnswerTrace Of(ReadQuestion question) => new() { Standalone = question.Text, Kind = question.Kind.ToString() };
}

/// <summary>What the claim check said of one sentence.</summary>
/// <param name="Sentence">The sentence, without markers.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, in words an editor understands: it names the number, name or words that lack support; empty when supported.</param>
public sealed record SentenceVerdict(string Sentence, VerdictOutcome Outcome, string Reason);

/// <summary>What becomes of a sentence in the claim check.</summary>
public enum VerdictOutcome
{
    /// <summary>What it cites supports it.</summary>
    Supported,

    /// <summary>Another passage supports it, and is cited instead.</summary>
    CitedAnew,

    /// <summary>Nothing supports it: it is not said.</summary>
    Dropped,
}
