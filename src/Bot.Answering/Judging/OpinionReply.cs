using System.Text.RegularExpressions;

namespace Bot.Answering.Judging;

/// <summary>Reads a model's opinion: PASS or FAIL as its first word, then the reason.</summary>
internal static partial class OpinionReply
{
    public static Opinion Read(string text) => Form().Match(text.Trim()) is { Success: true } match
        ? new Opinion.Given(match.Groups["word"].Value == "PASS", match.Groups["reason"].Value.Trim())
        : new Opinion.Missing("the model's opinion starts with neither PASS nor FAIL: use another model, or correct prompts/judge");

    [GeneratedRegex(@"^[*_`""']*(?<word>PASS|FAIL)\b[*_`""']*[\s:.,–—-]*(?<reason>.*)$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Form();
}
