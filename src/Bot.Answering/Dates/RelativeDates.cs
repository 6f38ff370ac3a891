using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Dates;

/// <summary>Finds relative dates in a sentence. The words are data, in <c>relative.json</c>.</summary>
internal static class RelativeDates
{
    private static readonly Lazy<Dictionary<string, Words>> Languages = new(Load);

    /// <summary>The relative dates of a sentence, in order. A weekday beside a full date is not relative.</summary>
    public static ImmutableArray<RelativeDate> Find(string sentence, string language)
    {
        if (!Languages.Value.TryGetValue(language, out var words))
        {
            return [];
        }

        var phrases = Phrases.Of(sentence);
        var ahead = phrases.HasAny(words.Future) && !phrases.HasAny(words.Past);
        var dates = FactReader.Read(sentence, language).Where(IsOnCalendar).ToArray();
        return
        [
            .. words.Known
                .SelectMany(known => Occurrences(sentence, known.Phrase).Select(span => new RelativeDate(span, known.Unit, known.Offset, ahead)))
                .Where(found => !dates.Any(date => date.Span.Start - Beside <= found.Span.End && found.Span.Start - Beside <= date.Span.End))
                .OrderBy(found => found.Span.Start),
        ];
    }

    private const int Beside = 4;

    private static bool IsOnCalendar(Fact fact) => fact.Kind == FactKind.Date && fact.Value.Any(char.IsAsciiDigit);

    private static IEnumerable<TextSpan> Occurrences(string sentence, string phrase)
    {
        for (var at = sentence.IndexOf(phrase, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(phrase, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end])))
            {
                yield return new(at, end);
            }
        }
    }

    private static Dictionary<string, Words> Load()
    {
        using var stream = typeof(RelativeDates).Assembly.GetManifestResourceStream("Bot.Answering.Dates.relative.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(language => language.Name, language => new Words(language.Value), StringComparer.Ordinal);
    }

    private sealed class Words(JsonElement file)
    {
        public (string Phrase, RelativeUnit Unit, int Offset)[] Known { get; } =
        [
            .. file.GetProperty("weekdays").EnumerateArray().Select((day, at) => (day.GetString()!, RelativeUnit.Weekday, at)),
            .. file.GetProperty("relative").EnumerateObject().Select(phrase => Relative(phrase.Name, phrase.Value.GetString()!.Split(' '))),
        ];

        public string[] Future { get; } = [.. file.GetProperty("future").EnumerateArray().Select(word => word.GetString()!)];

        public string[] Past { get; } = [.. file.GetProperty("past").EnumerateArray().Select(word => word.GetString()!)];

        private static (string Phrase, RelativeUnit Unit, int Offset) Relative(string phrase, string[] rule) =>
            (phrase, Enum.Parse<RelativeUnit>(rule[0], ignoreCase: true), int.Parse(rule[1], CultureInfo.InvariantCulture));
    }
}
