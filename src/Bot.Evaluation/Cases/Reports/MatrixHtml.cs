using System.Globalization;
using System.Net;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>Cases by variants as a table, with filters, and a trace for each cell.</summary>
internal static class MatrixHtml
{
    public static void Write(TestReport report, TextWriter writer)
    {
        WriteFilters(report, writer);
        writer.Write("<table class=\"matrix\">\n<thead><tr><th scope=\"col\">case</th>");
        foreach (var variant in report.Variants)
        {
            writer.Write($"<th scope=\"col\">{Html(variant.Name)}</th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < report.Results.Length; row++)
        {
            WriteRow(report, row, writer);
        }

        writer.Write("</tbody>\n</table>\n<p id=\"none\" hidden>No case is like that.</p>\n");
        for (var row = 0; row < report.Results.Length; row++)
        {
            for (var column = 0; column < report.Variants.Length; column++)
            {
                TraceHtml.Write(report.Results[row][column], IdOf(row, column), writer);
            }
        }
    }

    private static void WriteFilters(TestReport report, TextWriter writer)
    {
        writer.Write("<form class=\"filters\" hidden><label>words <input id=\"words\" type=\"search\"></label> <label>result <select id=\"result\">");
        writer.Write("<option value=\"\">all</option><option>failed</option><option>passed</option><option>skipped</option></select></label> <label>file <select id=\"file\"><option value=\"\">all</option>");
        foreach (var file in report.All.Select(result => result.Case.File).Distinct())
        {
            writer.Write($"<option>{Html(file)}</option>");
        }

        writer.Write("</select></label></form>\n");
    }

    private static void WriteRow(TestReport report, int row, TextWriter writer)
    {
        var results = report.Results[row];
        var asked = results[0].Case;
        var states = string.Join(' ', results.Select(StateOf).Distinct());
        writer.Write($"<tr data-state=\"{states}\" data-file=\"{Html(asked.File)}\"><th scope=\"row\">{Html(asked.Name)}<small>{Html(asked.File)}:{asked.Line}</small></th>");
        for (var column = 0; column < results.Length; column++)
        {
            var result = results[column];
            var runs = result.Runs.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {result.Runs.Count(run => run.Passed)}/{result.Runs.Length}");
            var answer = result.Shown.Asked?.Answer.Text ?? result.Shown.Error ?? "";
            writer.Write($"<td class=\"{StateOf(result)}\"><a href=\"#{IdOf(row, column)}\">{StateOf(result)}{runs}</a><span dir=\"auto\">{Html(answer)}</span></td>");
        }

        writer.Write("</tr>\n");
    }

    internal static string StateOf(CaseResult result) => result.Skipped ? "skipped" : result.Passed ? "passed" : "failed";

    internal static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string IdOf(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"t{row}-{column}");
}
