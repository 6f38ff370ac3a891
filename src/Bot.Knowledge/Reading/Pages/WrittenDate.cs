using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Knowledge.Reading.FrontMatters;

namespace Bot.Knowledge.Reading.Pages;

/// <summary>
/// Reads a date as people write it ("March 23, 2019, 9:12 a.m. GMT", "Samstag, 23. März 2019"), when the words are nothing else. The
/// time counts only with a zone that means one offset; otherwise the day alone is taken. Days and months in doubt are not guessed.
/// </summary>
internal static partial class WrittenDate
{
    private static readonly string[] Cultures =
    [
        "en-US", "en-GB", "de-DE", "de-AT", "es-ES", "fr-FR", "it-IT", "pt-PT", "nl-NL", "pl-PL", "sv-SE", "ar-EG", "tr-TR", "ru-RU",
        "uk-UA",
    ];

    private static readonly FrozenDictionary<string, int> Months = NamesOf(format =>
        [format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames]);

    private static readonly FrozenDictionary<string, int> Weekdays = NamesOf(format => [format.DayNames, format.AbbreviatedDayNames]);
    private static readonly FrozenSet<string> Fillers = FrozenSet.Create(StringComparer.Ordinal,
        "at", "on", "the", "of", "st", "nd", "rd", "th", "der", "den", "dem", "am", "um", "uhr", "de", "del", "el", "a", "las", "à", "le",
        "h", "hrs",
        "em", "às", "alle", "ore", "il", "في", "من", "الساعة");

    private static readonly FrozenDictionary<string, double> Zones = new Dictionary<string, double>
    {
        ["gmt"] = 0,
        ["utc"] = 0,
        ["z"] = 0,
        ["edt"] = -4,
        ["est"] = -5,
        ["cdt"] = -5,
        ["mdt"] = -6,
        ["mst"] = -7,
        ["pdt"] = -7,
        ["pst"] = -8,
        ["cet"] = 1,
        ["cest"] = 2,
        ["mez"] = 1,
        ["mesz"] = 2,
        ["eet"] = 2,
        ["eest"] = 3,
        ["jst"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static DateTimeOffset? Read(string words)
    {
        words = words.Trim(' ', '.', ',', '|', '/', '·', '•', '–', '—', '-', '(', ')');
        if (FrontMatterFields.Date(words) is { } iso)
        {
            return iso;
        }

        var parts = new Parts();
        var end = 0;
        foreach (Match token in Tokens.Matches(words))
        {
            if (token.Index != end || !parts.Take(token))
            {
                return null;
            }

            end += token.Length;
        }

        return end == words.Length ? parts.ToDate() : null;
    }

    private static FrozenDictionary<string, int> NamesOf(Func<DateTimeFormatInfo, string[][]> lists)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in Cultures.SelectMany(culture => lists(CultureInfo.GetCultureInfo(culture).DateTimeFormat)))
        {
            for (var index = 0; index < list.Length; index++)
            {
                if (list[index].TrimEnd('.') is { Length: > 0 } name)
                {
                    names.TryAdd(name.ToLowerInvariant(), index + 1);
                }
            }
        }

        names.TryAdd("sept", 9);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})" +
        @"|(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日" +
        @"|(?<hour>[0-9]{1,2})[:.](?<minute>[0-5][0-9])(?::[0-9]{2})?(?:\s*(?<half>[ap])\.?m\b\.?)?" +
        @"|(?<offset>[+-][0-9]{2}:?[0-9]{2})|(?<number>[0-9]{1,4})\.?|(?<word>[\p{L}\p{M}]+\.?)|[\s,|/·•–—()-]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tokens { get; }

    private sealed class Parts
    {
        private int? _day;
        private int? _month;
        private int? _year;
        private TimeSpan? _time;
        private TimeSpan? _zone;

        public bool Take(Match token)
        {
            if (Number(token, "hour") is { } hour)
            {
                hour = (token.Groups["half"].Value.ToLowerInvariant(), hour) switch { ("p", < 12) => hour + 12, ("a", 12) => 0, _ => hour };
                return Set(ref _time, new TimeSpan(hour, Number(token, "minute") ?? 0, 0));
            }

            if (Number(token, "day") is { } day)
            {
                return Set(ref _day, day) && Set(ref _month, Number(token, "month")) && Set(ref _year, Number(token, "year"));
            }

            if (Number(token, "number") is { } number)
            {
                return token.Groups["number"].Length == 4 ? Set(ref _year, number) : Set(ref _day, number);
            }

            var word = token.Groups["word"].Value.TrimEnd('.').ToLowerInvariant();
            return (word, token.Groups["offset"].Value) switch
            {
                ("", "") => true,
                ("", var offset) => DateTimeOffset.TryParseExact(offset, "zzz", CultureInfo.InvariantCulture, default, out var zone)
                    && Set(ref _zone, zone.Offset),
                _ when Months.TryGetValue(word, out var month) && _month is null => Set(ref _month, month),
                _ when Zones.TryGetValue(word, out var hours) => Set(ref _zone, TimeSpan.FromHours(hours)),
                _ => Weekdays.ContainsKey(word) || Fillers.Contains(word) || word is "et" or "bst" or "ist" or "ct" or "pt",
            };
        }

        public DateTimeOffset? ToDate()
        {
            if (_year is not (> 1600 and < 2200) || _month is not (>= 1 and <= 12) || _day is not > 0
                || _day > DateTime.DaysInMonth(_year.Value, _month.Value))
            {
                return null;
            }

            var midnight = new DateTimeOffset(_year.Value, _month.Value, _day.Value, 0, 0, 0, TimeSpan.Zero);
            return _time is { } time && _zone is { } zone && time < TimeSpan.FromDays(1) ? new(midnight.DateTime + time, zone) : midnight;
        }

        private static int? Number(Match token, string group) =>
            token.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

        private static bool Set<T>(ref T? part, T? value) where T : struct
        {
            var isFirst = part is null;
            part = value;
            return isFirst;
        }
    }
}
