using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Checking;

namespace Bot.Evaluation.Cases.Running;

/// <summary>A case asked once.</summary>
/// <param name="Repeat">Which of its repeats it is, from 1.</param>
public sealed record CaseRun(int Repeat)
{
    /// <summary>The answer with all that led to it; <see langword="null"/> when none came.</summary>
    public AnsweredQuestion? Asked { get; init; }

    /// <summary>Why no answer came, or none that counts.</summary>
    public string? Error { get; init; }

    /// <summary>What came of each assertion.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>How well what was composed is cited; <see langword="null"/> when nothing was.</summary>
    public CitationScore? Citations { get; init; }

    /// <summary>From question to answer; what came out of the cache counts as long as it took at first.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether a reply of the model came out of the cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>Whether every assertion held that could be looked at.</summary>
    public bool Passed => Error is null && Findings.All(finding => finding.Verdict != FindingVerdict.Broken);

    /// <summary>Whether no assertion could be looked at.</summary>
    public bool Skipped => Error is null && Findings.All(finding => finding.Verdict == FindingVerdict.Skipped);
}

/// <summary>What came of a case with one variant.</summary>
/// <param name="Case">The case.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Runs">Each of its repeats.</param>
public sealed record CaseResult(Case Case, Variant Variant, ImmutableArray<CaseRun> Runs)
{
    private const double Rounding = 1e-9;

    /// <summary>The share of the repeats that passed.</summary>
    public double PassedShare => (double)Runs.Count(run => run.Passed) / Runs.Length;

    /// <summary>Whether enough of them did.</summary>
    public bool Passed => PassedShare + Rounding >= Case.Share;

    /// <summary>Whether nothing could be looked at.</summary>
    public bool Skipped => Runs.All(run => run.Skipped);

    /// <summary>The repeat to show: the first that failed, or the first.</summary>
    public CaseRun Shown => Runs.FirstOrDefault(run => !run.Passed) ?? Runs[0];
}
