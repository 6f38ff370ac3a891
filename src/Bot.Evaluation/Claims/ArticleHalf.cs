namespace Bot.Evaluation.Claims;

/// <summary>The halves of the articles: the check is tuned on one and reported on the other.</summary>
public enum ArticleHalf
{
    /// <summary>Never looked at while tuning.</summary>
    HeldBack,

    /// <summary>Looked at while tuning.</summary>
    Tuned,
}

/// <summary>Tells which half an article is in.</summary>
internal static class Halves
{
    /// <summary>By the last part of its id, so that an article's translations are all in one half.</summary>
    public static ArticleHalf Of(string articleId) =>
        StableHash.Of(articleId[(articleId.LastIndexOf('/') + 1)..]) % 2 == 0 ? ArticleHalf.Tuned : ArticleHalf.HeldBack;
}
