using System.Text.RegularExpressions;

namespace Bot.Answering.Composing;

/// <summary>Reads a model's "not stated" however it decorates it.</summary>
internal static partial class ReplyRefusal
{
    /// <summary><see cref="Composition.NotStated"/> when the text says so and cites nothing, else the text without the token.</summary>
    public static string Read(string text)
    {
        var rest = Token().Replace(text, "").Trim();
        return rest.Length == text.Length ? text
            : Leading().IsMatch(text) || !Marker().IsMatch(rest) ? Composition.NotStated
            : rest;
    }

    [GeneratedRegex(@"\bNOT(?:\\?_| )STATED\b\.?")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[^\p{L}\p{N}]*NOT(?:\\?_| )STATED\b")]
    private static partial Regex Leading();

    [GeneratedRegex(@"[\[【(]\s*\^?\d")]
    private static partial Regex Marker();
}
