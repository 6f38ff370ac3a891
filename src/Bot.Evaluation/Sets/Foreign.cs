namespace Bot.Evaluation.Sets;

/// <summary>Makes questions that an article does not answer of those that another answers.</summary>
internal static class Foreign
{
    /// <summary>The question asked of the next article in its language: each article gets as many as it gives.</summary>
    public static SetQuestion Of(SetQuestion question, QuestionSet set)
    {
        var articles = set.Articles.RemoveAll(article => article.Lang != question.Lang).Select(article => article.Id).ToArray();
        return Unanswerable(question with { ArticleId = articles[(Array.IndexOf(articles, question.ArticleId) + 1) % articles.Length] });
    }

    /// <summary>The question as one that is not answered.</summary>
    public static SetQuestion Unanswerable(SetQuestion question) => question with { Answerable = false, Kind = "made", Answers = [], Para = null, Evidence = null };
}
