using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Answers;

namespace Bot.Answering.Contract;

/// <summary>An answer as programs get it (<c>docs/machine-contract.md</c>).</summary>
/// <param name="Id">The question's, as it was given.</param>
/// <param name="Outcome">One of the five outcomes.</param>
/// <param name="Text">The text with its markers.</param>
/// <param name="Short">The answer in a few words, when Bot is sure of it.</param>
/// <param name="Confidence">0 to 1, four digits.</param>
/// <param name="Citations">In the order of their numbers.</param>
/// <param name="Closest">The passages that come closest, when not stated.</param>
/// <param name="Engine"><c>extractive</c>, or the model's name.</param>
/// <param name="Degraded">A model should have composed it but could not.</param>
/// <param name="Repaired">How many sentences the claim check cited anew or dropped.</param>
/// <param name="ElapsedMs">From question to answer, in milliseconds.</param>
public sealed record AnswerLine(
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

    /// <summary>What readers were told since: each an approved correction. Only in answers read from the record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Corrections { get; init; }

    /// <summary>An answer as a line has it.</summary>
    /// <param name="id">The question's, to come back as it was.</param>
    /// <param name="answer">The answer.</param>
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

    /// <summary>The outcome's name in the contract.</summary>
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
