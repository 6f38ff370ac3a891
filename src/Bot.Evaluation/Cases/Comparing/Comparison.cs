using System.Collections.Immutable;
using System.Globalization;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Comparing;

/// <summary>Variants over the same cases, side by side: each measure of each, and each variant against the first.</summary>
/// <param name="Variants">The variants.</param>
/// <param name="Cases">How many cases there are.</param>
/// <param name="Seed">What decided the draws.</param>
/// <param name="Measures">What is measured.</param>
/// <param name="Figures">By measure, in their order; in each the variants in theirs.</param>
/// <param name="Differences">Of each variant but the first, by measure.</param>
public sealed record Comparison(
    ImmutableArray<Variant> Variants,
    int Cases,
    int Seed,
    ImmutableArray<Measure> Measures,
    ImmutableArray<ImmutableArray<double?>> Figures,
    ImmutableArray<Difference> Differences)
{
    /// <summary>Compares by all measures.</summary>
    /// <param name="report">What came of the cases.</param>
    /// <param name="seed">Decides the draws.</param>
    public static Comparison Of(TestReport report, int seed) => Of(report, seed, Measure.All);

    /// <summary>Compares by some measures.</summary>
    /// <param name="report">What came of the cases.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <param name="measures">The measures.</param>
    public static Comparison Of(TestReport report, int seed, ImmutableArray<Measure> measures)
    {
        var results = report.Variants.Select(report.Of).ToImmutableArray();
        var bootstrap = new PairedBootstrap(report.Results.Length, seed);
        var differences = from other in Enumerable.Range(1, report.Variants.Length - 1)
                          from measure in measures
                          let interval = bootstrap.Difference(Parts(measure, results[0]), Parts(measure, results[other]))
                          where interval is not null
                          select new Difference(measure, report.Variants[0], report.Variants[other], interval.Value);
        return new(report.Variants, report.Results.Length, seed, measures, [.. measures.Select(measure => results.Select(each => measure.Over(each)).ToImmutableArray())], [.. differences]);
    }

    private static ImmutableArray<Part> Parts(Measure measure, ImmutableArray<CaseResult> results) => [.. results.Select(measure.Of)];
}

/// <summary>How a variant differs from another in one measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="From">The variant it is compared with.</param>
/// <param name="To">The variant.</param>
/// <param name="Interval">The difference.</param>
public sealed record Difference(Measure Measure, Variant From, Variant To, Interval Interval)
{
    /// <summary>The difference in words: how much more or less, or that none is shown.</summary>
    public string Words
    {
        get
        {
            var interval = string.Create(CultureInfo.InvariantCulture, $"{100 * PairedBootstrap.Level:0} %: {Figure(Interval.Low)} to {Figure(Interval.High)}");
            return Interval.IsShown
                ? string.Create(CultureInfo.InvariantCulture, $"{Measure.Name}: '{To.Name}' has {Figure(Math.Abs(Interval.Estimate))} {Measure.Unit} {(Interval.Estimate > 0 ? "more" : "less")} than '{From.Name}' ({interval})")
                : string.Create(CultureInfo.InvariantCulture, $"{Measure.Name}: no difference shown between '{From.Name}' and '{To.Name}' ({interval})");
        }
    }

    private string Figure(double value) => (Measure.Unit == Measure.Points ? 100 * value : value).ToString("0.0", CultureInfo.InvariantCulture);
}
