using System.Diagnostics;
using Bot.Answering.Answers;
using Bot.Answering.Contract;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Knowledge.Search;

namespace Bot.Cli.Contract;

/// <summary>What <c>why --json</c> writes.</summary>
internal sealed record TraceLine(
    string Question,
    string Standalone,
    string Kind,
    IReadOnlyList<HitLine> Hits,
    IReadOnlyDictionary<string, double> Signals,
    string? Prompt,
    string? Raw,
    IReadOnlyList<VerdictLine> Verdicts,
    AnswerLine Answer,
    string? DegradedReason)
{
    public static TraceLine Of(Question question, Answer answer, AnswerTrace trace) => new(
        question.Text,
        trace.Standalone,
        trace.Kind,
        [.. trace.Hits.Select(HitLine.Of)],
        trace.Signals,
        trace.RenderedPrompt,
        trace.RawText,
        [.. trace.Verdicts.Select(VerdictLine.Of)],
        AnswerLine.Of(id: null, answer),
        answer.Making.DegradedReason);
}

/// <summary>A sentence that the search found.</summary>
internal sealed record HitLine(string Passage, int Sentence, double Score, PartsLine Parts, string Text)
{
    public static HitLine Of(SearchHit hit) => new(
        hit.Passage.Id.ToString(),
        hit.SentenceIndex,
        hit.Score,
        new PartsLine(hit.Parts.Sentence, hit.Parts.Window, hit.Parts.Paragraph, hit.Parts.Heading, hit.Parts.Title),
        hit.Text);
}

/// <summary>The parts of a score.</summary>
internal sealed record PartsLine(double Sentence, double Window, double Paragraph, double Heading, double Title);

/// <summary>What the claim check said of a sentence.</summary>
internal sealed record VerdictLine(string Sentence, string Outcome, string Reason)
{
    public static VerdictLine Of(SentenceVerdict verdict) => new(verdict.Sentence, NameOf(verdict.Outcome), verdict.Reason);

    private static string NameOf(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Supported => "supported",
        VerdictOutcome.CitedAnew => "cited_anew",
        VerdictOutcome.Dropped => "dropped",
        _ => throw new UnreachableException(),
    };
}
