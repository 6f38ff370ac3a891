using System.Buffers;
using System.Globalization;

namespace Bot.Knowledge.Passages;

/// <summary>The characters that end, open and close sentences, in all scripts.</summary>
internal static class SentenceMarks
{
    /// <summary>Longer runs of letters are neither abbreviations nor function words; looking no further keeps the scan linear.</summary>
    public const int LongestWord = 40;

    // Marks that need no space after them: full-width, Arabic, Devanagari, Armenian, Ethiopic, Burmese, Khmer.
    private static readonly SearchValues<char> Hard = SearchValues.Create("。｡！？؟۔।॥։።။៕។᠃");

    private static readonly SearchValues<char> Soft = SearchValues.Create(".!?…‼⁇⁈⁉‽．");

    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’“‘»«›‹)]}」』）】》〉〕］｝｣＂＇〞〟");

    // The same signs open in one language and close in another, or both in one.
    private static readonly SearchValues<char> TwoFaced = SearchValues.Create("\"'“‘«‹»›＂＇");

    private static readonly SearchValues<char> Openers = SearchValues.Create("\"'“‘„‚«»‹›([{¿¡「『（【《〈〔［｛｢＂＇〝`-–—―•·*†‡_");

    private static readonly SearchValues<char> ContinuingMarks = SearchValues.Create(",;:،؛，、；：");

    /// <summary>Whether a sentence may end at this character, spaces or not.</summary>
    public static bool IsHard(char mark) => Hard.Contains(mark);

    /// <summary>Whether a sentence may end at this character.</summary>
    public static bool IsTerminator(char mark) => Soft.Contains(mark) || Hard.Contains(mark);

    /// <summary>A closing quote or bracket, or a sign that may be one.</summary>
    public static bool IsCloser(char mark) => Closers.Contains(mark);

    /// <summary>A closer that elsewhere is an opener.</summary>
    public static bool IsTwoFaced(char mark) => TwoFaced.Contains(mark);

    /// <summary>What may stand before the first word of a sentence.</summary>
    public static bool IsOpener(char mark) => Openers.Contains(mark);

    /// <summary>A quotation mark of any kind, apostrophes apart.</summary>
    public static bool IsQuote(char mark) => mark is '"' or '“' or '”' or '„' or '«' or '»' or '「' or '『' or '＂' or '‹' or '›';

    /// <summary>A mark after which a sentence goes on, whatever was closed before it.</summary>
    public static bool Continues(char mark) => ContinuingMarks.Contains(mark);

    /// <summary>Just past the accents and joiners at <paramref name="at"/>, which belong to the character before them.</summary>
    public static int PastJoined(string text, int at, int end)
    {
        while (at < end && char.GetUnicodeCategory(text[at])
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format)
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the character is of a script written without spaces between words.</summary>
    public static bool IsUnspaced(char letter) => letter
        is (>= '\u0E00' and <= '\u0EFF')
        or (>= '\u1000' and <= '\u109F')
        or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3001' and <= '\u30FF')
        or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF01' and <= '\uFF9F');
}
