using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Answers;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Comparing;

/// <summary>Something that is measured of every case and compared between variants: a share, or a mean.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">What its figures are: <see cref="Points"/> for shares.</param>
/// <param name="Of">A case's part of it: what counts, and of how much.</param>
public sealed record Measure(string Name, string Unit, Func<CaseResult, Part> Of)
{
    /// <summary>The unit of shares, and of their differences.</summary>
    public const string Points = "points";

    /// <summary>The share of the repeats that passed, case by case.</summary>
    public static Measure PassRate { get; } = new("pass rate", Points, result => new(result.PassedShare, 1));

    /// <summary>
    /// All of them. Citation precision and recall are ALCE's (Gao et al. 2023), with the claim check as judge, of what was composed before repair.
    /// </summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        PassRate,
        new("citation recall (claim check)", Points, result => Sum(result, run => run.Citations is { } score ? new(score.Supported, score.Sentences) : default)),
        new("citation precision (claim check)", Points, result => Sum(result, run => run.Citations is { } score ? new(score.Precise, score.Citations) : default)),
        new("refused", Points, result => Sum(result, run => run.Asked is { } asked ? new(asked.Answer is Answer.NotStated or Answer.NothingFound ? 1 : 0, 1) : default)),
        new("repaired", "sentences an answer", result => Sum(result, run => run.Asked is { } asked ? new(asked.Answer.Making.Repaired, 1) : default)),
        new("length", "characters", result => Sum(result, run => run.Asked is { } asked ? new(asked.Answer.Text.Length, 1) : default)),
        new("cost", "tokens an answer", result => Sum(result, run => run.Asked?.Trace.Usage is { } usage ? new(usage.Total, 1) : default)),
        new("time", "ms an answer", result => Sum(result, run => run.Asked is null ? default : new(run.Elapsed.TotalMilliseconds, 1))),
    ];

    /// <summary>The figure over cases; <see langword="null"/> when none has it.</summary>
    public double? Over(IEnumerable<CaseResult> results) => results.Aggregate(default(Part), (sum, result) => sum + Of(result)).Share;

    /// <summary>A figure as people read it.</summary>
    public string Written(double? figure) => figure is not { } value ? "–"
        : Unit == Points ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %")
        : value.ToString("0.0", CultureInfo.InvariantCulture);

    private static Part Sum(CaseResult result, Func<CaseRun, Part> of) => result.Runs.Aggregate(default(Part), (sum, run) => sum + of(run));
}

/// <summary>A part of a measure.</summary>
/// <param name="Counted">What counts.</param>
/// <param name="Of">Of how much.</param>
public readonly record struct Part(double Counted, double Of)
{
    /// <summary>How much of it counts; <see langword="null"/> when there is nothing.</summary>
    public double? Share => Of == 0 ? null : Counted / Of;

    /// <summary>Both together.</summary>
    public static Part operator +(Part one, Part other) => new(one.Counted + other.Counted, one.Of + other.Of);

    /// <summary>Both together.</summary>
    public static Part Add(Part left, Part right) => left + right;
}
