using Bot.Evaluation.Cases.Comparing;

namespace Bot.Cli.Contract;

/// <summary>What <c>compare --json</c> writes.</summary>
internal sealed record ComparisonLine(int Cases, int Seed, double Level, IReadOnlyList<MeasureLine> Measures, IReadOnlyList<DifferenceLine> Differences)
{
    public static ComparisonLine Of(Comparison comparison) => new(
        comparison.Cases,
        comparison.Seed,
        PairedBootstrap.Level,
        [.. comparison.Measures.Zip(comparison.Figures, (measure, figures) => new MeasureLine(
            measure.Name, [.. comparison.Variants.Zip(figures, (variant, figure) => new FigureLine(variant.Name, figure))]))],
        [.. comparison.Differences.Select(DifferenceLine.Of)]);
}

/// <summary>A measure of each variant.</summary>
internal sealed record MeasureLine(string Measure, IReadOnlyList<FigureLine> Variants);

/// <summary>A variant's figure; a share is 0 to 1.</summary>
internal sealed record FigureLine(string Variant, double? Value);

/// <summary>How a variant differs from the first.</summary>
internal sealed record DifferenceLine(string Measure, string From, string To, double Difference, double Low, double High, bool Shown)
{
    public static DifferenceLine Of(Difference difference) => new(
        difference.Measure.Name,
        difference.From.Name,
        difference.To.Name,
        difference.Interval.Estimate,
        difference.Interval.Low,
        difference.Interval.High,
        difference.Interval.IsShown);
}
