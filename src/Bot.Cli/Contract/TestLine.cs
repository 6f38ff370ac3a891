using System.Diagnostics;
using Bot.Answering.Contract;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Contract;

/// <summary>A line of <c>test --json</c>: what came of a case with a variant.</summary>
internal sealed record TestLine(string Case, string File, int Line, string Variant, string Result, double Share, IReadOnlyList<TestRunLine> Runs)
{
    public static TestLine Of(CaseResult result) => new(
        result.Case.Name,
        result.Case.File,
        result.Case.Line,
        result.Variant.Name,
        result.Skipped ? "skipped" : result.Passed ? "passed" : "failed",
        result.PassedShare,
        [.. result.Runs.Select(run => TestRunLine.Of(result, run))]);
}

/// <summary>A repeat of a case. The trace is that of one which failed.</summary>
internal sealed record TestRunLine(int Repeat, bool Passed, string? Error, IReadOnlyList<FindingLine> Assertions, AnswerLine? Answer, TraceLine? Trace)
{
    public static TestRunLine Of(CaseResult result, CaseRun run) => new(
        run.Repeat,
        run.Passed,
        run.Error,
        [.. run.Findings.Select(FindingLine.Of)],
        run.Asked is { } asked ? AnswerLine.Of(id: null, asked.Answer) : null,
        run is { Passed: false, Asked: { } failed } ? TraceLine.Of(result.Case.Question, failed.Answer, failed.Trace) : null);
}

/// <summary>What came of an assertion.</summary>
internal sealed record FindingLine(string Assertion, string Result, string Found)
{
    public static FindingLine Of(Finding finding) => new(
        finding.Assertion.Written,
        finding.Verdict switch
        {
            FindingVerdict.Held => "passed",
            FindingVerdict.Broken => "failed",
            FindingVerdict.Skipped => "skipped",
            _ => throw new UnreachableException(),
        },
        finding.Found);
}
