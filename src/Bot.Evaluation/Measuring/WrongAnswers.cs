using System.Collections.Immutable;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Measuring;

/// <summary>The answers of a set whose first citation holds no right answer (refusing nothing), for someone to read and find out why.</summary>
internal static class WrongAnswers
{
    private static readonly string[] Places = ["first", "second", "third"];

    /// <summary>The lines that show some of them: the same ones each time for the same seed.</summary>
    public static IEnumerable<string> Lines(string set, IEnumerable<ScoredQuestion> scored, AnswersRun run)
    {
        var wrong = scored.Where(each => each.Score.First == false)
            .OrderBy(each => Seed.Of($"{run.Seed}{each.Question.Id}")).ThenBy(each => each.Question.Id, StringComparer.Ordinal).ToImmutableArray();
        yield return "";
        yield return $"{set}: {Math.Min(run.Wrong, wrong.Length)} of {wrong.Length} wrong answers (seed {run.Seed})";
        foreach (var each in wrong.Take(run.Wrong))
        {
            yield return "";
            yield return $"{each.Question.Text} ({each.Question.Id}, of {each.Question.ArticleId ?? "all articles"})";
            yield return $"    right: {string.Join(" | ", each.Question.Answers.Distinct())}";
            yield return $"    {Kind(each.Score.FirstRight)}";
            foreach (var (at, quote) in each.Cited.Index())
            {
                yield return $"    [{at + 1}] {quote}";
            }
        }
    }

    private static string Kind(int? firstRight) => firstRight switch
    {
        null => "none of the cited sentences holds a right answer",
        0 => "the first cited sentence holds a right answer's words, written otherwise",
        { } at => $"the {Places[at]} cited sentence holds a right answer",
    };
}
