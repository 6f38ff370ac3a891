using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads the rows of a table of cases: CSV with a line of column names, or JSON objects, one a line.</summary>
internal static class TableReader
{
    private const string JsonLines = ".jsonl";
    private const string Csv = ".csv";

    /// <summary>The rows; none when the table cannot be read and <paramref name="problems"/> says why.</summary>
    public static ImmutableArray<Row> Read(string path, ProblemList problems)
    {
        try
        {
            ImmutableArray<Row> rows = Path.GetExtension(path).ToLowerInvariant() switch
            {
                Csv => [.. OfCsv(path)],
                JsonLines => [.. OfJson(path, problems)],
                var other => Unknown(other, problems),
            };
            if (rows.IsEmpty && problems.Count == 0)
            {
                problems.AddOfFile("It has no rows.", "Write at least one, or leave 'table' out of the case.");
            }

            return problems.Count == 0 ? rows : [];
        }
        catch (CsvHelperException error)
        {
            problems.Add(error.Context?.Parser?.Row, "It is no CSV.", "Write column names into the first line, and put a value with commas, quotes or line breaks into double quotes.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.AddOfFile($"It cannot be opened: {error.Message}", "Check that it exists and that its permissions allow reading.");
        }

        return [];
    }

    private static ImmutableArray<Row> Unknown(string extension, ProblemList problems)
    {
        problems.AddOfFile($"Files of the kind '{extension}' are no tables.", $"Tables are {Csv} and {JsonLines} files.");
        return [];
    }

    private static IEnumerable<Row> OfCsv(string path)
    {
        using var file = new StreamReader(path);
        using var csv = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim });
        csv.Read();
        csv.ReadHeader();
        for (var number = 1; csv.Read(); number++)
        {
            yield return new(number, csv.HeaderRecord!.ToImmutableSortedDictionary(column => column, column => csv.GetField(column) ?? "", StringComparer.Ordinal));
        }
    }

    private static IEnumerable<Row> OfJson(string path, ProblemList problems)
    {
        var line = 0;
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (!string.IsNullOrWhiteSpace(text) && ValuesOf(text, line, problems) is { } values)
            {
                yield return new(++number, values);
            }
        }
    }

    private static ImmutableSortedDictionary<string, string>? ValuesOf(string text, int line, ProblemList problems)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return json.RootElement.EnumerateObject().DistinctBy(field => field.Name).ToImmutableSortedDictionary(
                    field => field.Name, field => field.Value.ToString(), StringComparer.Ordinal);
            }
        }
        catch (JsonException)
        {
            // Said below, as of anything else that is no object.
        }

        problems.Add(line, "It is not a JSON object.", "Write one object a line: {\"question\":\"…\"}.");
        return null;
    }
}
