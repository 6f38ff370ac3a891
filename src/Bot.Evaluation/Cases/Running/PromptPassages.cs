using System.Text.RegularExpressions;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Finds passages in a rendered prompt by their words, and so the numbers by which a model would cite them.</summary>
internal static partial class PromptPassages
{
    /// <summary>A scripted reply as the model would write it: each <c>[[words]]</c> is the number of the passage that has them, or nothing.</summary>
    /// <param name="reply">The reply as scripted.</param>
    /// <param name="prompt">The prompt as the model gets it.</param>
    public static string Cite(string reply, string prompt)
    {
        if (!reply.Contains("[[", StringComparison.Ordinal))
        {
            return reply;
        }

        var passages = Passage().Matches(prompt).Select(match => (Number: match.Groups[1].Value, Words: Plain(match.Groups[2].Value))).ToArray();
        return Marker().Replace(reply, match => passages.FirstOrDefault(each => each.Words.Contains(Plain(match.Groups[1].Value), StringComparison.Ordinal))
            is { Number: { } number } ? $"[{number}]" : "");
    }

    private static string Plain(string text) => Space().Replace(text.Replace("\n> ", "\n", StringComparison.Ordinal), " ").Trim();

    // A line that describes the passage, then its text, each line after "> ".
    [GeneratedRegex(@"^\[(\d+)\] [^\n]*\n((?:>[^\n]*(?:\n|$))+)", RegexOptions.Multiline)]
    private static partial Regex Passage();

    [GeneratedRegex(@"\[\[([^\[\]]+)\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
