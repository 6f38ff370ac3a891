using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Evaluation.Scoring;

/// <summary>The means of many scores, as a row of a Markdown table; <c>–</c> where nothing has the figure.</summary>
internal static class Figures
{
    private static readonly (string Name, Func<Score, double?> Of)[] Columns =
    [
        ("first", score => Figure(score.First)),
        ("any of 3", score => Figure(score.Any)),
        ("evidence", score => Figure(score.Evidence)),
        ("EM", score => Figure(score.Exact)),
        ("F1", score => score.F1),
        ("short", score => Figure(score.IsShort)),
        ("short right", score => Figure(score.IsShortRight)),
        ("falsely refused", score => Figure(score.FalselyRefused)),
        ("refused", score => Figure(score.Refused)),
        ("world", score => Figure(score.SaysWorld)),
        ("verbatim", score => score.Verbatim),
    ];

    /// <summary>The table's head.</summary>
    public static IEnumerable<string> Head =>
    [
        $"| questions | n | {string.Join(" | ", Columns.Select(column => column.Name))} |",
        $"|---|--:|{string.Concat(Columns.Select(_ => "--:|"))}",
    ];

    /// <summary>A row of it.</summary>
    public static string Row(string name, IReadOnlyCollection<Score> scores) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {scores.Count} | {string.Join(" | ", Columns.Select(column => Mean(scores.Select(column.Of))))} |");

    private static double? Figure(bool? holds) => holds is { } known ? known ? 1 : 0 : null;

    private static string Mean(IEnumerable<double?> figures) =>
        figures.OfType<double>().ToImmutableArray() is { IsEmpty: false } known ? known.Average().ToString("0.0000", CultureInfo.InvariantCulture) : "–";
}
