using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Evaluation.Scoring;

/// <summary>
/// A text as answers are compared: the words without case, punctuation and articles (Rajpurkar et al., SQuAD, 2016), each character of Chinese and
/// Japanese a word of its own.
/// </summary>
internal static partial class ScoredWords
{
    private const string KeptSigns = "%$+";

    /// <summary>The words of a text.</summary>
    public static ImmutableArray<string> Of(string text, string language)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            var category = char.GetUnicodeCategory(letter);
            if (letter is '-' or '–' or '—' or '/')
            {
                plain.Append(' ');
            }
            else if (category != UnicodeCategory.NonSpacingMark && (KeptSigns.Contains(letter) || !(char.IsPunctuation(letter) || IsAsciiSign(letter))))
            {
                plain.Append(letter);
            }
        }

        var words = plain.ToString();
        words = language switch
        {
            "ar" => ArabicArticle().Replace(words, ""),
            "en" => EnglishArticles().Replace(words, " "),
            "de" => GermanArticles().Replace(words, " "),
            "es" => SpanishArticles().Replace(words, " "),
            _ => words,
        };
        return [.. Unspaced().Replace(words, " $0 ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The harmonic mean of precision and recall of an answer's words.</summary>
    public static double F1(ImmutableArray<string> answer, ImmutableArray<string> right)
    {
        var common = Common(answer, right);
        return answer.IsEmpty || right.IsEmpty ? (answer.IsEmpty && right.IsEmpty ? 1 : 0) : 2.0 * common / (answer.Length + right.Length);
    }

    /// <summary>The share of the shorter text's words that the other has.</summary>
    public static double Overlap(ImmutableArray<string> left, ImmutableArray<string> right) =>
        left.IsEmpty || right.IsEmpty ? 0 : (double)Common(left, right) / Math.Min(left.Length, right.Length);

    /// <summary>Whether the words stand in a text one after the other.</summary>
    public static bool IsInside(ImmutableArray<string> words, ImmutableArray<string> text)
    {
        for (var start = 0; !words.IsEmpty && start + words.Length <= text.Length; start++)
        {
            if (text.AsSpan(start, words.Length).SequenceEqual(words.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text with its signs normalised (NFKC) and single spaces.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Common(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        var counts = right.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return left.Count(word => counts.TryGetValue(word, out var count) && (counts[word] = count - 1) >= 0);
    }

    private static bool IsAsciiSign(char letter) => char.IsAscii(letter) && (char.IsSymbol(letter) || char.IsPunctuation(letter));

    [GeneratedRegex(@"\bال", RegexOptions.CultureInvariant)]
    private static partial Regex ArabicArticle();

    [GeneratedRegex(@"\b(?:a|an|the)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishArticles();

    [GeneratedRegex(@"\b(?:ein|eine|einen|einem|eines|einer|der|die|das|den|dem|des)\b", RegexOptions.CultureInvariant)]
    private static partial Regex GermanArticles();

    [GeneratedRegex(@"\b(?:un|una|unos|unas|el|la|los|las)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpanishArticles();

    [GeneratedRegex(@"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]", RegexOptions.CultureInvariant)]
    private static partial Regex Unspaced();
}
