using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering;
using Bot.Answering.Contract;
using Bot.Answering.Tracing;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>What a person needs to see of a case that failed: what was expected, what was found, and how it came to that.</summary>
public static class FailureText
{
    /// <summary>The lines, the telling one first.</summary>
    public static ImmutableArray<string> Of(CaseResult result)
    {
        var run = result.Shown;
        var lines = ImmutableArray.CreateBuilder<string>();
        if (run.Error is { } error)
        {
            lines.Add(error);
        }

        foreach (var finding in run.Findings.Where(finding => finding.Verdict == FindingVerdict.Broken))
        {
            lines.Add($"expected {finding.Assertion.Written}");
            lines.Add($"   found {finding.Found}");
        }

        if (result.Runs.Length > 1)
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Runs.Count(each => each.Passed)} of {result.Runs.Length} repeats passed, and {result.Case.Share:0.##} of them must; this is repeat {run.Repeat}"));
        }

        lines.Add($"question {result.Case.Question.Text}");
        if (run.Asked is { } asked)
        {
            lines.AddRange(Trace(asked));
        }

        return lines.ToImmutable();
    }

    private static IEnumerable<string> Trace(AnsweredQuestion asked)
    {
        var (answer, trace) = asked;
        yield return $"  answer {AnswerLine.OutcomeOf(answer)} ({answer.Making.Engine}): {answer.Text}";
        if (answer.Making.DegradedReason is { } reason)
        {
            yield return $"degraded {reason}";
        }

        if (trace.RawText is { } raw && raw != answer.Text)
        {
            yield return $"composed {raw}";
        }

        foreach (var verdict in trace.Verdicts.Where(verdict => verdict.Outcome != VerdictOutcome.Supported))
        {
            yield return $"{(verdict.Outcome == VerdictOutcome.Dropped ? " dropped" : "   cited anew")} {verdict.Sentence}: {verdict.Reason}";
        }
    }
}
