using Bot.Evaluation.Cases.Comparing;
using static Bot.Evaluation.Cases.Reports.MatrixHtml;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>How variants compare: a table of measures, then each difference in words.</summary>
internal static class ComparisonHtml
{
    public static void Write(Comparison comparison, TextWriter writer)
    {
        writer.Write("<table class=\"figures\">\n<thead><tr><th scope=\"col\">measure</th>");
        foreach (var variant in comparison.Variants)
        {
            writer.Write($"<th scope=\"col\">{Html(variant.Name)}</th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (var (measure, figures) in comparison.Measures.Zip(comparison.Figures))
        {
            writer.Write($"<tr><th scope=\"row\">{Html(measure.Name)}{(measure.Unit == Measure.Points ? "" : $" ({Html(measure.Unit)})")}</th>");
            foreach (var figure in figures)
            {
                writer.Write($"<td class=\"figure\">{Html(measure.Written(figure))}</td>");
            }

            writer.Write("</tr>\n");
        }

        writer.Write($"</tbody>\n</table>\n<p>{comparison.Cases} cases, drawn {PairedBootstrap.Draws} times with seed {comparison.Seed}.</p>\n<ul>\n");
        foreach (var difference in comparison.Differences)
        {
            writer.Write($"<li>{Html(difference.Words)}</li>\n");
        }

        writer.Write("</ul>\n");
    }
}
