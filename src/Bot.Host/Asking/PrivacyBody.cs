using System.Text.Json;
using Bot.Answering.Contract;

namespace Bot.Host.Asking;

/// <summary>What only the asker knows, and so proves to be the asker. As the OpenAPI document shows it.</summary>
/// <param name="Conversation">The conversation's name.</param>
/// <param name="IdempotencyKey">The key of one question.</param>
internal sealed record PrivacyBody(string? Conversation, string? IdempotencyKey)
{
    private const string KeyName = "idempotency_key";

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    /// <exception cref="ContractException">It proves nothing.</exception>
    /// <exception cref="BadHttpRequestException">It is too large or broken off.</exception>
    public static async Task<(string? Conversation, IdempotencyKey? Key)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = await AskBody.ParseAsync(request, cancellationToken);
        if (body.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ContractException("It is not a JSON object: write {\"conversation\":\"…\"}.");
        }

        return (AskBody.ConversationOf(body.RootElement), KeyOf(body.RootElement));
    }

    private static IdempotencyKey? KeyOf(JsonElement body)
    {
        if (!body.TryGetProperty(KeyName, out var named) || named.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return AskBody.TextOf(named) is { } text ? Asking.IdempotencyKey.Read(text, $"\"{KeyName}\"") : throw new ContractException($"\"{KeyName}\" has the wrong type: write the key that the question was asked with.");
    }
}

/// <summary>What was deleted.</summary>
/// <param name="Questions">How many questions, each with its answer.</param>
internal sealed record DeletedLine(int Questions);
