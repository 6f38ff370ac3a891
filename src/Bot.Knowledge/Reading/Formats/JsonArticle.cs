using System.Text.Json;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.FrontMatters;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>One line of a <c>.jsonl</c> file. Unknown fields are ignored.</summary>
internal static class JsonArticle
{
    /// <exception cref="UnreadableException">It lacks an id or a text.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A field is of another type, or not in UTF-8.</exception>
    public static ArticleDraft Read(ReadOnlySpan<byte> bytes, int number, int maxNesting, ProblemList problems)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxNesting });
        using var document = JsonDocument.ParseValue(ref reader);
        var line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object || !bytes[(int)reader.BytesConsumed..].Trim(" \t\r"u8).IsEmpty)
        {
            throw new UnreadableException(number, "The line is not one JSON object.", "Write one JSON object a line.");
        }

        var id = Words(line, "id") is { Length: > 0 } words
            ? words
            : throw new UnreadableException(number, "The article has no 'id'.", "Give it an id of its own.");
        var front = new FrontMatter
        {
            Title = Characters.OneLine(Words(line, "title")) ?? id,
            Language = FrontMatterFields.Language(Words(line, "lang")),
            Published = Published(line, number, problems),
            Source = FrontMatterFields.Address(Words(line, "url")),
        };
        return new(id, front, VerbatimText.Of(WithoutNul(Text(line), number)));
    }

    private static DateTimeOffset? Published(JsonElement line, int number, ProblemList problems)
    {
        var date = Words(line, "date");
        var published = FrontMatterFields.Date(date);
        if (!string.IsNullOrWhiteSpace(date) && published is null)
        {
            problems.Add(
                number, $"'{date}' is no value for 'date'; the article is served as undated.", "Write 2019-03-23 or 2019-03-23T14:05:00Z.");
        }

        return published;
    }

    private static string Text(JsonElement line) =>
        line.TryGetProperty("paragraphs", out var paragraphs) && paragraphs.ValueKind == JsonValueKind.Array
            ? string.Join("\n\n", paragraphs.EnumerateArray().Select(paragraph => paragraph.GetString()))
            : Words(line, "text") ?? "";

    // As of files of other kinds: no text has it, and not every database takes it.
    private static string WithoutNul(string text, int number) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new UnreadableException(number, "The text holds the character U+0000, which no text has.", "Leave it out.")
        : text;

    private static string? Words(JsonElement line, string name) => !line.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
