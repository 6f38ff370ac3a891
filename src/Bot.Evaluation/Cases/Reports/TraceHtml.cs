using System.Globalization;
using Bot.Answering;
using Bot.Answering.Contract;
using Bot.Answering.Tracing;
using Bot.Evaluation.Cases.Running;
using static Bot.Evaluation.Cases.Reports.MatrixHtml;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>What led to the answers of one cell, shown when its link is followed.</summary>
internal static class TraceHtml
{
    public static void Write(CaseResult result, string id, TextWriter writer)
    {
        writer.Write($"<section class=\"trace\" id=\"{id}\"><h2>{Html(result.Case.Name)}</h2><p><a href=\"#\">close</a> {Html(result.Variant.Name)}, {Html(result.Case.File)}:{result.Case.Line}</p>");
        writer.Write($"<p dir=\"auto\"><b>question</b> {Html(result.Case.Question.Text)}</p>");
        foreach (var run in result.Runs)
        {
            WriteRun(run, result.Runs.Length > 1, writer);
        }

        writer.Write("</section>\n");
    }

    private static void WriteRun(CaseRun run, bool several, TextWriter writer)
    {
        if (several)
        {
            writer.Write($"<h3>repeat {run.Repeat}: {(run.Passed ? "passed" : "failed")}</h3>");
        }

        if (run.Error is { } error)
        {
            writer.Write($"<p class=\"failed\">{Html(error)}</p>");
        }

        writer.Write("<ul class=\"findings\">");
        foreach (var finding in run.Findings)
        {
            var verdict = finding.Verdict switch { FindingVerdict.Held => "passed", FindingVerdict.Broken => "failed", _ => "skipped" };
            writer.Write($"<li class=\"{verdict}\"><code>{Html(finding.Assertion.Written)}</code> {verdict}{(verdict == "passed" ? "" : $": <span dir=\"auto\">{Html(finding.Found)}</span>")}</li>");
        }

        writer.Write("</ul>");
        if (run.Asked is { } asked)
        {
            WriteAnswer(asked, run, writer);
        }
    }

    private static void WriteAnswer(AnsweredQuestion asked, CaseRun run, TextWriter writer)
    {
        var (answer, trace) = asked;
        writer.Write($"<p dir=\"auto\"><b>{AnswerLine.OutcomeOf(answer)}</b> {Html(answer.Text)}</p><p class=\"made\">{Html(answer.Making.Engine)}, confidence {Figure(answer.Confidence)}, {Figure(run.Elapsed.TotalMilliseconds)} ms{(run.FromCache ? ", from the cache" : "")}{Html(answer.Making.DegradedReason is { } reason ? $", degraded: {reason}" : "")}</p>");
        if (!answer.Citations.IsEmpty)
        {
            writer.Write("<ol class=\"cited\">");
            foreach (var citation in answer.Citations)
            {
                writer.Write($"<li value=\"{citation.Number}\" dir=\"auto\"><code>{Html(citation.Place)}</code> {Html(citation.Quote)}</li>");
            }

            writer.Write("</ol>");
        }

        if (trace.Verdicts.Any(verdict => verdict.Outcome != VerdictOutcome.Supported))
        {
            writer.Write("<table><thead><tr><th>claim check</th><th>sentence</th><th>reason</th></tr></thead><tbody>");
            foreach (var verdict in trace.Verdicts)
            {
                writer.Write($"<tr><td>{verdict.Outcome}</td><td dir=\"auto\">{Html(verdict.Sentence)}</td><td>{Html(verdict.Reason)}</td></tr>");
            }

            writer.Write("</tbody></table>");
        }

        Block("composed", trace.RawText, writer);
        Block("prompt", trace.RenderedPrompt, writer);
        Block("found", string.Join('\n', trace.Hits.Take(10).Select(hit => $"{Figure(hit.Score)}\t{hit.Passage.Id}\t{hit.Text}")), writer);
    }

    private static void Block(string name, string? text, TextWriter writer)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.Write($"<details><summary>{name}</summary><pre dir=\"auto\">{Html(text)}</pre></details>");
        }
    }

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
