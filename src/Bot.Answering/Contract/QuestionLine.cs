using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Questions;

namespace Bot.Answering.Contract;

/// <summary>A question as programs ask it (<c>docs/machine-contract.md</c>).</summary>
public sealed record QuestionLine
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The question; not empty.</summary>
    public string? Question { get; init; }

    /// <summary>Ask only the article with this slug.</summary>
    public string? Article { get; init; }

    /// <summary>When it was asked: <c>2019-03-23</c> or <c>2019-03-23T14:30:00Z</c>; without an offset, UTC.</summary>
    public string? Date { get; init; }

    /// <summary>Earlier turns, oldest first.</summary>
    public IReadOnlyList<TurnLine>? History { get; init; }

    /// <summary>The question it means.</summary>
    /// <exception cref="ContractException">A field says what no question can mean.</exception>
    public Question ToQuestion() => new(string.IsNullOrWhiteSpace(Question)
        ? throw new ContractException("\"question\" is missing or empty: write the question there.")
        : Question)
    {
        Article = Article,
        Asked = Date is null ? null : Moment(Date),
        History = [.. (History ?? []).Select(TurnLine.ToTurn)],
    };

    /// <summary>Reads a JSON object; fields it does not know are ignored.</summary>
    /// <exception cref="ContractException">It is not an object with the fields of a question.</exception>
    public static QuestionLine Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new ContractException("It is not a JSON object: write {\"id\":\"1\",\"question\":\"…\"}.");
        }

        try
        {
            return line.Deserialize(QuestionJson.Default.QuestionLine)!;
        }
        catch (JsonException error)
        {
            throw new ContractException($"\"{error.Path?.TrimStart('$', '.')}\" has the wrong type: docs/machine-contract.md has the types.");
        }
        catch (InvalidOperationException)
        {
            // JSON may name half a surrogate pair.
            throw new ContractException("A name in it is no text: write whole characters.");
        }
    }

    private static DateTimeOffset Moment(string date) =>
        DateTimeOffset.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new ContractException($"\"date\" is '{date}': write it like 2019-03-23 or 2019-03-23T14:30:00Z.");
}

/// <summary>An earlier turn of the conversation.</summary>
public sealed record TurnLine
{
    /// <summary><c>user</c> or <c>agent</c>.</summary>
    public string? Role { get; init; }

    /// <summary>What was said.</summary>
    public string? Text { get; init; }

    internal static Turn ToTurn(TurnLine? turn) => turn is null
        ? throw new ContractException("A turn in \"history\" is null: write {\"role\":\"user\",\"text\":\"…\"}.")
        : new(RoleOf(turn.Role), turn.Text ?? throw new ContractException("A turn in \"history\" has no \"text\": write what was said."));

    private static TurnRole RoleOf(string? role) => role switch
    {
        "user" => TurnRole.Reader,
        "agent" => TurnRole.Bot,
        _ => throw new ContractException($"A \"role\" in \"history\" is '{role}': write \"user\" or \"agent\"."),
    };
}

[JsonSerializable(typeof(QuestionLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class QuestionJson : JsonSerializerContext;
