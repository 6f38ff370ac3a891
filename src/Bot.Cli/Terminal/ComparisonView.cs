using System.Globalization;
using Bot.Evaluation.Cases.Comparing;

namespace Bot.Cli.Terminal;

/// <summary>Shows how variants compare: each measure of each, then each difference in words.</summary>
internal sealed class ComparisonView(Screen screen)
{
    public void Show(Comparison comparison)
    {
        screen.Rows(
            ["measure", .. comparison.Variants.Select(variant => variant.Name)],
            comparison.Measures.Zip(comparison.Figures, (measure, figures) => (string[])
                [measure.Unit == Measure.Points ? measure.Name : $"{measure.Name} ({measure.Unit})", .. figures.Select(measure.Written)]));
        foreach (var pair in comparison.Differences.GroupBy(difference => difference.To.Name))
        {
            screen.Blank();
            foreach (var difference in pair)
            {
                screen.Line(difference.Interval.IsShown ? Piece.Bold(difference.Words) : difference.Words);
            }
        }

        screen.Blank();
        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Cases} cases, drawn {PairedBootstrap.Draws} times with seed {comparison.Seed}. Each interval is of one measure alone: of twenty without a difference, one may show one."));
    }
}
