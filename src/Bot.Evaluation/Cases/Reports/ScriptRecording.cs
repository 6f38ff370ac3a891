using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Answering;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>
/// Writes what a model said to cases as a script, so that they can be run again without it. The numbers by which it cited become words of the passages
/// they meant: the script holds though passages are found in another order.
/// </summary>
public static partial class ScriptRecording
{
    private const int MostWords = 80;

    // Strings of JSON are strings of YAML.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the script.</summary>
    /// <param name="results">What came of cases with one variant.</param>
    /// <param name="writer">Takes it.</param>
    /// <returns>How many replies were written; what was quoted has none.</returns>
    public static int Write(IEnumerable<CaseResult> results, TextWriter writer)
    {
        var count = 0;
        foreach (var result in results)
        {
            foreach (var run in result.Runs.Where(run => run.Asked is { Trace.RenderedPrompt: not null } asked && !IsFailed(asked)))
            {
                count++;
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"- case: {Quote(result.Case.Name)}\n  reply: {Quote(Cited(run.Asked!))}\n"));
            }

            WriteOthers(result, writer);
        }

        return count;
    }

    // A model that wrote nothing usable leaves only what was quoted instead.
    private static bool IsFailed(AnsweredQuestion asked) => asked.Answer.Making.Degraded && asked.Trace.Verdicts.All(verdict => verdict.Reason.Length == 0);

    private static void WriteOthers(CaseResult result, TextWriter writer)
    {
        var (question, run) = (result.Case.Question, result.Runs[0]);
        if (!question.History.IsDefaultOrEmpty && run.Asked?.Trace.Standalone is { } standalone && standalone != question.Text)
        {
            writer.Write($"- case: {Quote(result.Case.Name)}\n  prompt: standalone-question\n  reply: {Quote(standalone)}\n");
        }

        foreach (var opinion in run.Findings.Where(finding => finding.Assertion.Kind == AssertionKind.Judge && finding.Verdict != FindingVerdict.Skipped))
        {
            var meets = (opinion.Verdict == FindingVerdict.Held) != opinion.Assertion.IsNegated;
            writer.Write($"- case: {Quote(result.Case.Name)}\n  prompt: judge\n  reply: {Quote($"{(meets ? "PASS" : "FAIL")}. {opinion.Found}".Trim())}\n");
        }
    }

    private static string Cited(AnsweredQuestion asked) => Marker().Replace(asked.Trace.RawText!, match =>
        int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var number && number >= 1 && number <= asked.Trace.Passages.Length
            ? $"[[{Start(asked.Trace.Passages[number - 1].Text)}]]"
            : match.Value);

    // The first words, up to a bracket or a line's end.
    private static string Start(string text)
    {
        var line = text.Split('\n', '[', ']').First(part => part.Trim().Length > 0).Trim();
        return line.Length <= MostWords ? line : line[..(line.LastIndexOf(' ', MostWords) is var space && space > 0 ? space : MostWords)];
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);

    [GeneratedRegex(@"\[(\d{1,3})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
