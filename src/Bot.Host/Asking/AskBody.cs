using System.Text.Json;
using Bot.Answering.Contract;
using Bot.Answering.Questions;

namespace Bot.Host.Asking;

/// <summary>What is posted: a question as the machine contract has it, with the conversation it belongs to. As the OpenAPI document shows it.</summary>
/// <param name="Question">The question; not empty.</param>
/// <param name="Article">Ask only the article with this slug.</param>
/// <param name="Date">When it was asked: 2019-03-23 or 2019-03-23T14:30:00Z; without an offset, UTC.</param>
/// <param name="History">Earlier turns, oldest first.</param>
/// <param name="Conversation">A name of the asker's own, kept secret: questions with the same one are answered in order and understood together.</param>
internal sealed record AskBody(string Question, string? Article, string? Date, IReadOnlyList<TurnLine>? History, string? Conversation)
{
    private const int MostDepth = 16;
    private const int ShortestName = 16;
    private const int LongestName = 200;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    /// <exception cref="ContractException">It is no question.</exception>
    /// <exception cref="BadHttpRequestException">It is too large or broken off.</exception>
    public static async Task<Posted> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = await ParseAsync(request, cancellationToken);
        var line = QuestionLine.Read(body.RootElement);
        var question = line.ToQuestion();
        Refuse(question.Text, "question");
        foreach (var turn in question.History)
        {
            Refuse(turn.Text, "history");
        }

        return new(question, GivesHistory: line.History is not null, ConversationOf(body.RootElement));
    }

    /// <exception cref="JsonException">It is no JSON, nested too deeply, or a name occurs twice or is no text.</exception>
    internal static async Task<JsonDocument> ParseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, Strict, cancellationToken);
        }
        catch (InvalidOperationException error)
        {
            // JSON may name half a surrogate pair, which cannot be compared with other names.
            throw new JsonException("A name is no text.", error);
        }
    }

    private static void Refuse(string text, string name)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ContractException($"\"{name}\" holds the character U+0000, which no text has: leave it out.");
        }
    }

    internal static string? ConversationOf(JsonElement body)
    {
        if (!body.TryGetProperty("conversation", out var named) || named.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return named.ValueKind == JsonValueKind.String && TextOf(named) is { Length: >= ShortestName and <= LongestName } name
            ? name
            : throw new ContractException($"\"conversation\" is {named.GetRawText()[..Math.Min(named.GetRawText().Length, LongestName)]}: write {ShortestName} to {LongestName} characters that nobody guesses, such as a UUID.");
    }

    internal static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // No string, or half a surrogate pair.
            return null;
        }
    }
}

/// <summary>A question as it was posted.</summary>
/// <param name="Question">The question.</param>
/// <param name="GivesHistory">Whether it says what was said before, be it nothing; else the record knows.</param>
/// <param name="Conversation">The conversation it belongs to; <see langword="null"/> when it stands alone.</param>
internal sealed record Posted(Question Question, bool GivesHistory, string? Conversation);
