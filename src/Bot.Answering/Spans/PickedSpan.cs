using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Search;

namespace Bot.Answering.Spans;

/// <summary>The words of a sentence that answer a question in short: those that most likely do.</summary>
/// <param name="Span">Where they stand in the sentence.</param>
/// <param name="Chance">How likely they are right to a word or so, if the sentence answers.</param>
internal readonly record struct PickedSpan(TextSpan Span, double Chance)
{
    // Right to a word or so.
    private const double Agrees = 0.8;

    /// <summary>The likeliest words; <see langword="null"/> when a sentence has none, or the answer to such a question is no few words.</summary>
    public static PickedSpan? In(ReadQuestion question, SearchHit hit, TermMatch match, ImmutableArray<Fact> facts, Forest<SpanFeature> forest)
    {
        if (!IsAskedFor(question))
        {
            return null;
        }

        var candidates = new SpanReader(question, hit, match, facts).Read().ToArray();
        if (candidates.Length == 0)
        {
            return null;
        }

        // What agrees with the likeliest words is as good as they are: "the Danube" as "Danube".
        var scores = forest.Scores([.. candidates.Select(candidate => candidate.Features)]);
        var most = scores.Max();
        var best = candidates[Array.IndexOf(scores, most)];
        double all = 0, agreeing = 0;
        for (var at = 0; at < candidates.Length; at++)
        {
            var weight = Math.Exp(scores[at] - most);
            all += weight;
            agreeing += best.Agreement(candidates[at]) >= Agrees ? weight : 0;
        }

        return new(best.Span, agreeing / all);
    }

    /// <summary>Whether few words can answer: reasons and manners take sentences, and where words are not parted by spaces none are cut out.</summary>
    public static bool IsAskedFor(ReadQuestion question) =>
        question.Kind is QuestionKind.Fact or QuestionKind.List && question.Type is not (AnswerType.Reason or AnswerType.Manner) && question.Language is not ("zh" or "ja" or "ko" or "th");
}
