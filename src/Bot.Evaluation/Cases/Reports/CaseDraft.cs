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
    public static string? Of(Question question, Answer answer) => answer is Answer.Answered { Citations: [var first, ..] } && first.Passage is { } passage
        ? $"""
            - question: {Quote(question.Text)}{(question.Article is { } article ? $"\n  article: {Quote(article)}" : "")}
              assert:
                - outcome: answered
                - cites: {Quote(first.Quote)} # {passage.Id.ToString().ReplaceLineEndings(" ")}

            """
        : null;

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);
}
