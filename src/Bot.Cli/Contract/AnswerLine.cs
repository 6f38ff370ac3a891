using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Answers;

namespace Bot.Cli.Contract;

/// <summary>A line out: an answer.</summary>
internal sealed record AnswerLine(
    JsonElement? Id,
    string Outcome,
    [property: JsonPropertyName("answer")] string Text,
    string? Short,
    double Confidence,
    IReadOnlyList<CitationLine> Citations,
    IReadOnlyList<CitationLine> Closest,
    string Engine,
    bool Degraded,
    int Repaired,
    double ElapsedMs)
{
    private const int ConfidenceDigits = 4;

    public static AnswerLine Of(JsonElement? id, Answer answer) => new(
        id,
        OutcomeOf(answer),
        answer.Text,
        (answer as Answer.Answered)?.Short,
        Math.Round(answer.Confidence, ConfidenceDigits),
        [.. answer.Citations.Select(CitationLine.Of)],
        answer is Answer.NotStated notStated ? [.. notStated.Closest.Select(closest => CitationLine.Of(closest.Citation))] : [],
        answer.Making.Engine,
        answer.Making.Degraded,
        answer.Making.Repaired,
        Math.Round(answer.Making.Elapsed.TotalMilliseconds, 1));

    public static string OutcomeOf(Answer answer) => answer switch
    {
        Answer.Answered => "answered",
        Answer.NotStated => "not_stated",
        Answer.NothingFound => "nothing_found",
        Answer.Conflicting => "conflicting",
        Answer.Smalltalk => "smalltalk",
        _ => throw new UnreachableException(),
    };
}

/// <summary>A line out in place of an answer: the line in could not be read or answered.</summary>
internal sealed record ErrorLine(JsonElement? Id, string Error);
