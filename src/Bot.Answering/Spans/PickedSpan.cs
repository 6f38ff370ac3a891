using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Search;

namespace Bot.Answering.Spans;

/// <summary>The words of a sentence that answer a question in short: those that agree most with all that may be right.</summary>
/// <param name="Span">Where they stand in the sentence.</param>
/// <param name="Chance">How likely they are right to a word or so, if the sentence answers.</param>
internal readonly record struct PickedSpan(TextSpan Span, double Chance)
{
    // Right to a word or so.
    private const double Agrees = 0.8;

    // The others have next to no chance.
    private const int Considered = 40;

    /// <summary>Those words; <see langword="null"/> when a sentence has none, or the answer to such a question is no few words.</summary>
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

        var scores = forest.Scores([.. candidates.Select(candidate => candidate.Features)]);
        var most = scores.Max();
        var all = scores.Sum(score => Math.Exp(score - most));
        var likely = candidates.Zip(scores, (words, score) => (Words: words, Chance: Math.Exp(score - most) / all)).OrderByDescending(each => each.Chance).Take(Considered).ToArray();

        // To be right to the word is worth as much again as to agree.
        var best = likely.MaxBy(each => each.Chance + Sum(each.Words.Agreement)).Words;

        // What agrees with them is as good as they are: "the Danube" as "Danube".
        return new(best.Span, Sum(words => best.Agreement(words) >= Agrees ? 1 : 0));

        double Sum(Func<SpanCandidate, double> agreement) => likely.Sum(each => each.Chance * agreement(each.Words));
    }

    /// <summary>Whether few words can answer: reasons and manners take sentences, and where words are not parted by spaces none are cut out.</summary>
    public static bool IsAskedFor(ReadQuestion question) =>
        question.Kind is QuestionKind.Fact or QuestionKind.List && question.Type is not (AnswerType.Reason or AnswerType.Manner)
        && !QuestionWords.Of(question.Language).Whole.Any(Phrases.Of(question.Text).Opens) && question.Language is not ("zh" or "ja" or "ko" or "th");
}
