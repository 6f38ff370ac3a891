using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Answering.Composing;

namespace Bot.Answering.Suggesting;

/// <summary>Reads what a model drafted: objects of JSON, whatever stands around them, and whether or not the last one was finished.</summary>
internal static partial class DraftReply
{
    private const int LongestQuestion = 300;

    public static (ImmutableArray<DraftedQuestion> Questions, ImmutableArray<DraftFault> Faults) Read(string text, ImmutableArray<NumberedPassage> passages)
    {
        var questions = ImmutableArray.CreateBuilder<DraftedQuestion>();
        var faults = ImmutableArray.CreateBuilder<DraftFault>();
        var end = 0;
        foreach (Match written in Innermost().Matches(text))
        {
            end = written.Index + written.Length;
            if (Read(written.Value, passages, out var question) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                questions.Add(question!);
            }
        }

        if (text.IndexOf('{', end) >= 0)
        {
            faults.Add(DraftFault.Unreadable);
        }

        return (questions.ToImmutable(), faults.ToImmutable());
    }

    private static DraftFault? Read(string json, ImmutableArray<NumberedPassage> passages, out DraftedQuestion? question)
    {
        question = null;
        if (Parse(json) is not var (text, number, words) || text.Length is 0 or > LongestQuestion || text.Any(char.IsControl) || words.Length == 0)
        {
            return DraftFault.Unreadable;
        }

        if (passages.FirstOrDefault(passage => passage.Number == number)?.Passage is not { } passage)
        {
            return DraftFault.NoSuchPassage;
        }

        if (!DraftedQuestion.OneLine(passage.Text).Contains(DraftedQuestion.OneLine(words), StringComparison.Ordinal))
        {
            return DraftFault.InventedWords;
        }

        question = new(text, passage, words);
        return null;
    }

    private static (string Text, int Number, string Words)? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return TextOf(document, "question") is { } text && TextOf(document, "words") is { } words && NumberOf(document) is { } number ? (text, number, words) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;

    // Models write 2, "2" and "[2]".
    private static int? NumberOf(JsonDocument document) =>
        document.RootElement.TryGetProperty("passage", out var value) && int.TryParse(value.ToString().Trim('[', ']', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Innermost();
}
