using System.Collections.Immutable;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Measuring;

/// <summary>Questions that are asked of one file of articles, and make rows of the table.</summary>
/// <param name="Name">What the rows are called.</param>
/// <param name="Set">The set whose articles are asked.</param>
/// <param name="Questions">The questions; one without an article is asked of all at once.</param>
internal sealed record Sitting(string Name, QuestionSet Set, ImmutableArray<SetQuestion> Questions)
{
    private const string OneMany = "squad";
    private static readonly string[] Strangers = ["covidqa", "clapnq"];

    /// <summary>Whether the questions are the set's own, as they stand.</summary>
    public bool IsOwn => Name == Set.Name;

    /// <summary>The article a question is asked of; when it is asked of all at once, the one it was written for.</summary>
    public SetArticle? ArticleOf(SetQuestion question)
    {
        var id = question.ArticleId ?? Set.Questions.FirstOrDefault(own => own.Id == question.Id)?.ArticleId;
        return Set.Articles.FirstOrDefault(article => article.Id == id);
    }

    /// <summary>What is asked of the sets: their own questions, and those made of them.</summary>
    public static IEnumerable<Sitting> Of(ImmutableArray<QuestionSet> sets)
    {
        foreach (var set in sets)
        {
            yield return new(set.Name, set, set.Questions);
        }

        if (sets.FirstOrDefault(set => set.Name == OneMany) is not { } many)
        {
            yield break;
        }

        var answerable = many.Questions.RemoveAll(question => question.Answerable != true);
        yield return new($"{many.Name}, of another article", many, [.. answerable.Select(question => Foreign.Of(question, many))]);
        yield return new($"{many.Name}, with a typing error", many, [.. answerable.Select(question => question with { Text = TypingError.In(question.Text, question.Id) })]);
        yield return new($"{many.Name}, of all articles at once", many, [.. answerable.Select(OfAll)]);
        foreach (var stranger in sets.Where(set => Strangers.Contains(set.Name)))
        {
            yield return new($"{stranger.Name}, of all {many.Name} articles at once", many, [.. stranger.Questions.Select(OfAll).Select(Foreign.Unanswerable)]);
        }
    }

    private static SetQuestion OfAll(SetQuestion question) => question with { ArticleId = null };
}
