using System.Collections.Immutable;
using Bot.Conversations.Records;
using Bot.Knowledge.Languages;

namespace Bot.Conversations.Feedback;

/// <summary>Puts questions of like words together.</summary>
internal static class UnansweredGroups
{
    /// <summary>So many of the latest questions are grouped.</summary>
    public const int Most = 1_000;

    // Two questions are alike when at least half of the words of both are shared.
    private const double Alike = 0.5;

    public static ImmutableArray<UnansweredGroup> Of(IReadOnlyList<UnansweredQuestion> questions)
    {
        var groups = new List<(HashSet<string> Terms, List<UnansweredQuestion> Questions)>();
        foreach (var question in questions)
        {
            var terms = TermsOf(question.Text);
            var best = groups.Select(group => (Group: group, Likeness: Likeness(group.Terms, terms))).DefaultIfEmpty().MaxBy(found => found.Likeness);
            if (best.Group.Questions is { } like && best.Likeness >= Alike)
            {
                like.Add(question);
            }
            else
            {
                groups.Add((terms, [question]));
            }
        }

        return [.. groups.OrderByDescending(group => group.Questions.Count).Select(group => new UnansweredGroup([.. group.Terms.Order(StringComparer.Ordinal)], [.. group.Questions]))];
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    private static HashSet<string> TermsOf(string text) =>
        TextAnalysis.Terms(text, LanguageGuess.Of(text) ?? "en").Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
}

/// <summary>Questions of like words that no article answers.</summary>
/// <param name="Terms">The words of the latest one, as the language's analyser sees them.</param>
/// <param name="Questions">The questions, newest first.</param>
public sealed record UnansweredGroup(ImmutableArray<string> Terms, ImmutableArray<UnansweredQuestion> Questions);

/// <summary>A question that no article answers.</summary>
/// <param name="Turn">Its turn.</param>
/// <param name="Text">The reader's words.</param>
/// <param name="Received">When it was asked.</param>
public sealed record UnansweredQuestion(TurnId Turn, string Text, DateTimeOffset Received);
