using System.Text.RegularExpressions;

namespace Bot.EndToEnd.Tests.Playground;

/// <summary>What a model says that says the sentences of the passages it is given, each with its number.</summary>
internal sealed partial class SentencesOfPassages
{
    /// <summary>How many sentences the next answers have.</summary>
    public int Most { get; set; } = 1;

    /// <summary>The reply to a prompt.</summary>
    public string Of(string prompt)
    {
        var cited = Passage().Matches(prompt)
            .SelectMany(found => Between().Split(found.Groups["words"].Value).Select(sentence => $"{sentence} [{found.Groups["number"].Value}]"))
            .Take(Most)
            .ToArray();

        // Without passages it is asked for the question in other words: these will do.
        return cited.Length > 0 ? string.Join(' ', cited) : Quoted().Matches(prompt).Last().Groups["words"].Value;
    }

    [GeneratedRegex(@"^\[(?<number>\d+)\] text [^\n]*\n> (?<words>[^\n]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Passage();

    [GeneratedRegex(@"(?<=[.!?]) (?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^> (?<words>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
