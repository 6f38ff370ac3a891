using System.Globalization;
using Bot.Evaluation.Cases.Reports;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Terminal;

/// <summary>Shows what came of cases: all in a table, then those that failed, then how many.</summary>
internal sealed class TestView(Screen screen)
{
    private const int Indent = 4;

    public void Show(TestReport report)
    {
        screen.Rows(
            ["case", .. report.Variants.Select(variant => variant.Name)],
            report.Results.Select(row => (string[])[row[0].Case.Title, .. row.Select(StateOf)]));
        ShowFailed(report);
        ShowSkipped(report);
        screen.Blank();
        screen.Line(Summary(report));
    }

    public void ShowFailed(TestReport report)
    {
        foreach (var result in report.All.Where(result => !result.Passed))
        {
            screen.Blank();
            var variant = report.Variants.Length > 1 ? $" ({result.Variant.Name})" : "";
            screen.Line(Piece.Warning("FAILED "), Piece.Bold(string.Create(CultureInfo.InvariantCulture, $"{result.Case.File}:{result.Case.Line}: {result.Case.Name}{variant}")));
            foreach (var line in FailureText.Of(result))
            {
                screen.Indented(Indent, line);
            }
        }
    }

    private void ShowSkipped(TestReport report)
    {
        var skipped = from result in report.All
                      from finding in result.Runs[0].Findings
                      where finding.Verdict == FindingVerdict.Skipped
                      group result by $"{finding.Assertion.Kind}: {finding.Found}";
        foreach (var why in skipped)
        {
            screen.Blank();
            screen.Line(Piece.Dim(string.Create(CultureInfo.InvariantCulture, $"not looked at in {why.Count()} of them: {why.Key}")));
        }
    }

    private static string Summary(TestReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Results.Length} case{(report.Results.Length == 1 ? "" : "s")}{(report.Variants.Length > 1 ? $" with {report.Variants.Length} variants" : "")}: {report.Passed} passed, {report.Failed} failed, {report.Skipped} skipped, in {report.Elapsed.TotalSeconds:0.0} s.");

    private static string StateOf(CaseResult result)
    {
        var state = result.Skipped ? "skipped" : result.Passed ? "passed" : "FAILED";
        return result.Runs.Length == 1 ? state : string.Create(CultureInfo.InvariantCulture, $"{state} {result.Runs.Count(run => run.Passed)}/{result.Runs.Length}");
    }
}
