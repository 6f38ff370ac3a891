using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Answering.Questions;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>A question and the passage that answers it as a case, for an editor to accept, correct or leave out.</summary>
public static class CaseDraft
{
    // Strings of JSON are strings of YAML.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The case in YAML; <see langword="null"/> when the question is not answered, and so tests nothing yet.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">Its answer.</param>
    public static string? Of(Question question, Answer answer) => answer is Answer.Answered { Citations: [var first, ..] } ? Of(question, first) : null;

    /// <summary>The case that wants what came: the outcome, with its first citation where it has one. A refusal is a case as well.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">Its answer.</param>
    public static string AsItIs(Question question, Answer answer) => answer switch
    {
        Answer.Answered => Of(question, answer) ?? Wanting(question, "outcome: answered"),
        Answer.NotStated or Answer.NothingFound => Wanting(question, "refuses: true"),
        Answer.Conflicting => Wanting(question, "outcome: conflicting"),
        Answer.Smalltalk => Wanting(question, "outcome: smalltalk"),
        _ => throw new UnreachableException(),
    };

    /// <summary>The case that wants one of an answer's citations.</summary>
    /// <param name="question">The question.</param>
    /// <param name="wanted">The citation.</param>
    public static string? Of(Question question, Citation wanted) => wanted.Passage is { } passage
        ? Wanting(question, "outcome: answered", $"cites: {Quote(wanted.Quote)} # {passage.Id.ToString().ReplaceLineEndings(" ")}")
        : null;

    private static string Wanting(Question question, params string[] assertions) =>
        $"""
        - question: {Quote(question.Text)}{(question.Article is { } article ? $"\n  article: {Quote(article)}" : "")}
          assert:
            - {string.Join("\n    - ", assertions)}

        """;

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);
}
