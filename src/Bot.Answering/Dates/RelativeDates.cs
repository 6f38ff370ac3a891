using System.Buffers;
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
    private const int Beside = 4;

    // "On Friday, the council will vote": so few words have no verb of their own.
    private const int WithoutVerb = 4;

    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:–—()\"“”„«»،؛");

    private static readonly Lazy<Dictionary<string, Words>> Languages = new(Load);

    /// <summary>The relative dates of a sentence, in order. A weekday beside a full date is not relative, nor one that comes again and again.</summary>
    public static ImmutableArray<RelativeDate> Find(string sentence, string language)
    {
        if (!Languages.Value.TryGetValue(language, out var words))
        {
            return [];
        }

        var found = words.Known.SelectMany(known => Occurrences(sentence, known.Phrase).Select(span => (Span: span, Known: known))).ToArray();
        if (found.Length == 0)
        {
            return [];
        }

        var dates = FactReader.Read(sentence, language).Where(IsOnCalendar).ToArray();
        var tenses = Tenses(sentence, words);
        return
        [
            .. found.Where(each => each.Known.Unit != RelativeUnit.Weekday || !ComesAgain(each.Span, [.. found.Select(other => other.Span)], sentence, words))
                .Where(each => !dates.Any(date => date.Span.Start - Beside <= each.Span.End && each.Span.Start - Beside <= date.Span.End))
                .Select(each => new RelativeDate(each.Span, each.Known.Unit, each.Known.Offset, IsAhead(each.Span, sentence, tenses)))
                .OrderBy(date => date.Span.Start),
        ];
    }

    // "Every Monday", "Monday to Friday"
    private static bool ComesAgain(TextSpan day, TextSpan[] found, string sentence, Words words) =>
        (Phrases.Of(sentence[..day.Start]).Words is [.., var before] && words.Again.Contains(before))
        || found.Any(other => other != day
            && Phrases.Of(day.Start < other.Start ? sentence[day.End..other.Start] : sentence[other.End..day.Start]).Words is [var between] && words.To.Contains(between));

    // The verb nearest to a date tells, in its own clause if there is one: "It will close, the mayor said on Friday."
    private static bool IsAhead(TextSpan date, string sentence, (TextSpan Span, bool Ahead)[] tenses)
    {
        var clause = new TextSpan(
            sentence.AsSpan(0, date.Start).LastIndexOfAny(Parting) + 1, sentence.AsSpan(date.End).IndexOfAny(Parting) is >= 0 and var length ? date.End + length : sentence.Length);
        var own = tenses.Where(tense => clause.Contains(tense.Span)).ToArray();
        var near = own.Length > 0 ? own : Phrases.Of(clause.In(sentence)).Words.Length <= WithoutVerb ? tenses : [];
        return near.Length > 0 && near.MinBy(tense => tense.Span.Start < date.Start ? date.Start - tense.Span.End : tense.Span.Start - date.End).Ahead;
    }

    private static (TextSpan Span, bool Ahead)[] Tenses(string sentence, Words words) =>
    [
        .. words.Future.SelectMany(word => Occurrences(sentence, word).Select(span => (span, true))),
        .. words.Past.SelectMany(word => Occurrences(sentence, word).Select(span => (span, false))),
    ];

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

        // Before a day that comes again, and between the first day and the last.
        public string[] Again { get; } = [.. file.GetProperty("again").EnumerateArray().Select(word => word.GetString()!)];

        public string[] To { get; } = [.. file.GetProperty("to").EnumerateArray().Select(word => word.GetString()!)];

        private static (string Phrase, RelativeUnit Unit, int Offset) Relative(string phrase, string[] rule) =>
            (phrase, Enum.Parse<RelativeUnit>(rule[0], ignoreCase: true), int.Parse(rule[1], CultureInfo.InvariantCulture));
    }
}
