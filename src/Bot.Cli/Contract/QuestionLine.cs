using System.Globalization;
using System.Text.Json;
using Bot.Answering.Questions;
using Bot.Cli.Commands;

namespace Bot.Cli.Contract;

/// <summary>A line in: a question.</summary>
internal sealed record QuestionLine
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public string? Question { get; init; }

    public string? Article { get; init; }

    public string? Date { get; init; }

    public IReadOnlyList<TurnLine>? History { get; init; }

    /// <exception cref="CommandError">A field says what no question can mean.</exception>
    public Question ToQuestion(SharedChoices choices) => new(string.IsNullOrWhiteSpace(Question)
        ? throw new CommandError("\"question\" is missing or empty: write the question there.")
        : Question)
    {
        Article = Article ?? choices.Article,
        Locale = choices.Language,
        Asked = Date is null ? null : Moment(Date),
        History = [.. (History ?? []).Select(turn => turn.ToTurn())],
        IncludeUnpublished = choices.Editor,
    };

    /// <exception cref="CommandError">The line is not an object with the fields of a question.</exception>
    public static QuestionLine Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new CommandError("It is not a JSON object: write {\"id\":\"1\",\"question\":\"…\"}.");
        }

        try
        {
            return line.Deserialize(ContractJson.Default.QuestionLine)!;
        }
        catch (JsonException error)
        {
            throw new CommandError($"\"{error.Path?.TrimStart('$', '.')}\" has the wrong type: docs/machine-contract.md has the types.");
        }
    }

    private static DateTimeOffset Moment(string date) =>
        DateTimeOffset.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new CommandError($"\"date\" is '{date}': write it like 2019-03-23 or 2019-03-23T14:30:00Z.");
}

/// <summary>An earlier turn of the conversation.</summary>
internal sealed record TurnLine
{
    public string? Role { get; init; }

    public string? Text { get; init; }

    public Turn ToTurn() => new(
        Role switch
        {
            "user" => TurnRole.Reader,
            "agent" => TurnRole.Bot,
            _ => throw new CommandError($"A \"role\" in \"history\" is '{Role}': write \"user\" or \"agent\"."),
        },
        Text ?? throw new CommandError("A turn in \"history\" has no \"text\": write what was said."));
}
