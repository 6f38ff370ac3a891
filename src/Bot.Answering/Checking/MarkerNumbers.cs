using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Answering.Checking;

/// <summary>Reads what stands within a marker's brackets: "1", "1, 2", "1-3", "^1", "Source 1", "#3", "1†source".</summary>
internal static class MarkerNumbers
{
    private const int MostNumbers = 20;

    private static readonly FrozenSet<string> Names = new[]
    {
        "source", "sources", "passage", "passages", "ref", "refs", "reference", "citation", "doc", "document", "no", "nr", "p", "quelle",
        "quellen",
        "fuente", "fuentes", "pasaje", "pasajes", "article", "abschnitt", "来源", "出典", "المصدر",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Links = new[] { "and", "und", "y", "et", "to" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers named; <see langword="null"/> when these are no marker's words.</summary>
    public static List<int>? Read(ReadOnlySpan<char> inside)
    {
        var dagger = inside.IndexOf('†');
        if (dagger >= 0)
        {
            inside = inside[..dagger];
        }

        var numbers = new List<int>();
        var isRange = false;
        for (var at = 0; at < inside.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiDigit(inside[at]))
            {
                while (end < inside.Length && char.IsAsciiDigit(inside[end]))
                {
                    end++;
                }

                if (end - at > 6 || !Add(numbers, int.Parse(inside[at..end], NumberStyles.None, CultureInfo.InvariantCulture), isRange))
                {
                    return null;
                }

                // "4:0" names a place within the fourth.
                while (end < inside.Length && (inside[end] == ':' || (char.IsAsciiDigit(inside[end]) && inside[at..end].Contains(':'))))
                {
                    end++;
                }

                isRange = false;
            }
            else if (char.IsLetter(inside[at]))
            {
                while (end < inside.Length && char.IsLetter(inside[end]))
                {
                    end++;
                }

                var word = inside[at..end].ToString();
                if (!(numbers.Count == 0 ? Names.Contains(word) : Links.Contains(word) || Names.Contains(word)))
                {
                    return null;
                }
            }
            else if (inside[at] is '-' or '–' or '—')
            {
                isRange = numbers.Count > 0;
            }
            else if (!(char.IsWhiteSpace(inside[at]) || inside[at] is ',' or ';' or '^' or '#' or '.' or '&' or ':' or '、' or '，'))
            {
                return null;
            }

            at = end;
        }

        return numbers.Count == 0 ? null : numbers;
    }

    private static bool Add(List<int> numbers, int number, bool isRange)
    {
        if (isRange && number > numbers[^1] && number - numbers[^1] <= MostNumbers)
        {
            for (var between = numbers[^1] + 1; between < number; between++)
            {
                numbers.Add(between);
            }
        }

        numbers.Add(number);
        return numbers.Count <= MostNumbers;
    }
}
