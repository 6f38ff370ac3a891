using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Contract;
using Bot.Answering.Tracing;
using Bot.Knowledge.Passages;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Looks whether an assertion holds of an answer. What was repaired is looked at as it was composed: a reader who was saved does not make a prompt good.</summary>
internal static partial class AssertionCheck
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private static readonly ImmutableDictionary<AssertionKind, Func<string, AnsweredQuestion, (bool Holds, string Found)>> Checks =
        new Dictionary<AssertionKind, Func<string, AnsweredQuestion, (bool, string)>>
        {
            [AssertionKind.Outcome] = (value, asked) => Same(value, AnswerLine.OutcomeOf(asked.Answer)),
            [AssertionKind.Refuses] = (value, asked) => Same(value, asked.Answer is Answer.NotStated or Answer.NothingFound),
            [AssertionKind.Contains] = (value, asked) => (Has(asked.Answer.Text, value) || Has(WithoutMarkers(asked.Answer.Text), value), asked.Answer.Text),
            [AssertionKind.Regex] = (value, asked) => (Matches(value, asked.Answer.Text) || Matches(value, WithoutMarkers(asked.Answer.Text)), asked.Answer.Text),
            [AssertionKind.Short] = Short,
            [AssertionKind.Cites] = Cites,
            [AssertionKind.QuoteExact] = (value, asked) => QuotedWords.Wrong(asked) is { } wrong ? (value == "false", wrong) : (value == "true", "all is quoted exactly"),
            [AssertionKind.UnsupportedMax] = (value, asked) => AtMost(value, asked.Trace.Verdicts.Count(verdict => verdict.Outcome == VerdictOutcome.Dropped)),
            [AssertionKind.RepairedMax] = (value, asked) => AtMost(value, asked.Answer.Making.Repaired),
            [AssertionKind.Degraded] = (value, asked) => (value == "true") == asked.Answer.Making.Degraded ? (true, value) : (false, asked.Answer.Making.DegradedReason ?? "not degraded"),
            [AssertionKind.Engine] = (value, asked) => Same(value, asked.Answer.Making.Engine),
            [AssertionKind.Language] = (value, asked) => Same(value, asked.Answer.Language),
            [AssertionKind.MaxSentences] = (value, asked) => AtMost(value, SentencesIn(asked.Answer)),
        }.ToImmutableDictionary();

    public static Finding Find(Assertion assertion, AnsweredQuestion asked)
    {
        var (holds, found) = Checks[assertion.Kind](assertion.Value, asked);
        return new(assertion, holds != assertion.IsNegated ? FindingVerdict.Held : FindingVerdict.Broken, found);
    }

    private static (bool, string) Same(string value, string found) => (value == found, found);

    private static (bool, string) Same(string value, bool found) => ((value == "true") == found, found ? "true" : "false");

    private static (bool, string) AtMost(string value, int found) =>
        (found <= int.Parse(value, CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture));

    private static (bool, string) Short(string value, AnsweredQuestion asked)
    {
        var found = (asked.Answer as Answer.Answered)?.Short;
        return value switch
        {
            "true" => (found is not null, found ?? "none"),
            "false" => (found is null, found ?? "none"),
            _ => (string.Equals(value, found, StringComparison.OrdinalIgnoreCase), found ?? "none"),
        };
    }

    private static (bool, string) Cites(string value, AnsweredQuestion asked)
    {
        var citations = asked.Answer.Citations;
        var holds = Place().IsMatch(value) ? citations.Any(citation => citation.Place == value) : citations.Any(citation => Has(citation.Quote, value));
        return (holds, citations.IsEmpty ? "nothing is cited" : string.Join(" | ", citations.Select(citation => $"{citation.Place}: {citation.Quote}")));
    }

    private static int SentencesIn(Answer answer) => answer switch
    {
        Answer.Answered answered => answered.Claims.Length,
        Answer.Conflicting conflicting => conflicting.Sides.Length,
        _ => SentenceSplitter.Split(answer.Text, new(0, answer.Text.Length), answer.Language).Length,
    };

    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, LongestMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether a text has words, however both are spaced.</summary>
    internal static bool Has(string text, string words) => Spaced(text).Contains(Spaced(words), StringComparison.Ordinal);

    private static string Spaced(string text) => Space().Replace(text, " ").Trim();

    private static string WithoutMarkers(string text) => Marker().Replace(text, "");

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    // slug#7, or slug#published.
    [GeneratedRegex(@"^[\p{L}\p{N}_/-]+#(\d+|[a-z]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
