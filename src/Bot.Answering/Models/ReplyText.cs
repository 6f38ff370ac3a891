using System.Text.RegularExpressions;

namespace Bot.Answering.Models;

/// <summary>The usable part of what a model wrote.</summary>
internal static partial class ReplyText
{
    private const string ThinkStart = "<think>";
    private const string ThinkEnd = "</think>";

    /// <summary>
    /// The text without a model's spoken thoughts and, when it was cut at its limit, without its unfinished last sentence.
    /// </summary>
    /// <param name="raw">All that the model wrote.</param>
    /// <param name="isCut">Whether it reached its limit.</param>
    /// <returns>The trimmed text; <see langword="null"/> when no word is left.</returns>
    public static string? Usable(string raw, bool isCut)
    {
        var text = WithoutThoughts(raw);
        if (isCut)
        {
            text = SentenceEnd().Matches(text) is { Count: > 0 } ends ? text[..(ends[^1].Index + ends[^1].Length)] : "";
        }

        text = text.Trim();
        return text.Any(char.IsLetterOrDigit) ? text : null;
    }

    private static string WithoutThoughts(string raw)
    {
        if (!raw.TrimStart().StartsWith(ThinkStart, StringComparison.OrdinalIgnoreCase))
        {
            return raw;
        }

        var end = raw.IndexOf(ThinkEnd, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : raw[(end + ThinkEnd.Length)..];
    }

    // A mark that ends sentences, closing quotes and brackets, and the citations after it; a period within a number or name ends none.
    [GeneratedRegex("""(?:[.!?…][\u0022'\u2019\u201D\u00BB)\]]*|[。！？｡؟।۔][」』”）]*)(?:\s*[\[【][^\[\]【】]{1,30}[\]】])*(?=\s|$|[\u3040-\u9FFF])|[\[【]\^?\d[^\[\]【】]{0,30}[\]】][.!?…。]?(?=\s*\n|\s+\p{Lu}|$)""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SentenceEnd();
}
