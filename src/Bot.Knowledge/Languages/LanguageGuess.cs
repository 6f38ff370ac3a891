using System.Buffers;

namespace Bot.Knowledge.Languages;

/// <summary>Guesses a text's language by its script, by letters only one language of that script has, and by stop words.</summary>
public static class LanguageGuess
{
    // A longer text says nothing more, and guessing must not cost more for it.
    private const int Sample = 4000;

    // The first that fits: Belarusian has Ukrainian's і too, Urdu Persian's letters.
    private static readonly (SearchValues<char> Letters, string Language)[] CyrillicLetters =
    [
        (SearchValues.Create("ўЎ"), "be"),
        (SearchValues.Create("іїєґІЇЄҐ"), "uk"),
        (SearchValues.Create("ђћЂЋ"), "sr"),
        (SearchValues.Create("ѓќѕЃЌЅ"), "mk"),
        (SearchValues.Create("јљњџЈЉЊЏ"), "sr"),
        (SearchValues.Create("ыэёЫЭЁ"), "ru"),
    ];

    private static readonly (SearchValues<char> Letters, string Language)[] ArabicLetters =
        [(SearchValues.Create("ٹڈڑںےھہ"), "ur"), (SearchValues.Create("پچژگکی"), "fa")];

    /// <summary>
    /// The language of a text: a lower-case BCP 47 primary subtag; <see langword="null"/> when unsure, as of many very short questions.
    /// </summary>
    public static string? Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        Span<int> letters = stackalloc int[Enum.GetValues<Script>().Length];
        letters.Clear();
        foreach (var character in sample)
        {
            letters[(int)Scripts.Of(character)]++;
        }

        letters[(int)Script.None] = 0;
        var kana = letters[(int)Script.Kana];
        letters[(int)Script.Han] += kana;
        var main = Script.None;
        for (var script = 1; script < letters.Length; script++)
        {
            main = letters[script] > letters[(int)main] ? (Script)script : main;
        }

        return main switch
        {
            Script.None => null,
            Script.Latin => LatinLanguages.Guess(sample),
            Script.Cyrillic => Cyrillic(sample),
            Script.Arabic => Arabic(sample),
            // Chinese texts name Japanese brands now and then; a Japanese sentence has kana throughout.
            Script.Han or Script.Kana => kana * 10 > letters[(int)Script.Han] ? "ja" : "zh",
            Script.Hangul => "ko",
            Script.Devanagari => "hi",
            Script.Greek => "el",
            Script.Hebrew => "he",
            Script.Armenian => "hy",
            Script.Georgian => "ka",
            Script.Thai => "th",
            Script.Lao => "lo",
            Script.Khmer => "km",
            Script.Burmese => "my",
            Script.Bengali => "bn",
            Script.Gurmukhi => "pa",
            Script.Gujarati => "gu",
            Script.Tamil => "ta",
            Script.Telugu => "te",
            Script.Kannada => "kn",
            Script.Malayalam => "ml",
            Script.Sinhala => "si",
            Script.Ethiopic => "am",
            _ => null,
        };
    }

    private static string Cyrillic(ReadOnlySpan<char> text) =>
        // Bulgarian's hard sign is a vowel, and frequent; Russian has few.
        OnlyIn(CyrillicLetters, text) ?? (text.Count('ъ') < 2 ? "ru" : "bg");

    private static string Arabic(ReadOnlySpan<char> text) => OnlyIn(ArabicLetters, text) ?? "ar";

    private static string? OnlyIn((SearchValues<char> Letters, string Language)[] table, ReadOnlySpan<char> text)
    {
        foreach (var (letters, language) in table)
        {
            if (text.ContainsAny(letters))
            {
                return language;
            }
        }

        return null;
    }
}
