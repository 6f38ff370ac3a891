using Bot.Evaluation.Sets;
using Bot.Evaluation.Training;

namespace Bot.Evaluation.Tests.Training;

public sealed class FoldsTests
{
    [Fact]
    public void What_two_languages_have_of_an_article_is_in_one_fold() =>
        Assert.Equal(Folds.Of(new SetArticle("xquad/de/Force", "Force", "de", [])), Folds.Of(new SetArticle("squad/Force", "Force", "en", [])));

    [Fact]
    public void Articles_are_spread_over_all_folds() =>
        Assert.Equal(Enumerable.Range(0, Folds.Count), Enumerable.Range(0, 100).Select(at => Folds.Of(new SetArticle("", $"Title {at}", "en", []))).Distinct().Order());
}
