using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Training;

/// <summary>Parts of the articles that are held back in turn.</summary>
internal static class Folds
{
    public const int Count = 10;

    // Any other would do; this one makes folds of about equal size.
    private const string Salt = "73";

    /// <summary>The fold of an article, from 0: by its title, so that what two sets or languages have of it is in one.</summary>
    public static int Of(SetArticle article) => (int)(Seed.Of(Salt + (article.Title ?? article.Id)) / 7 % Count);
}
