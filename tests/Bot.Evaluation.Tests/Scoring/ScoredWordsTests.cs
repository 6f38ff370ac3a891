using Bot.Evaluation.Scoring;

namespace Bot.Evaluation.Tests.Scoring;

public sealed class ScoredWordsTests
{
    [Theory]
    [InlineData("The U.S.-led, 1,000 men", "en", "us led 1000 men")]
    [InlineData("$9,000 (20.8%)", "en", "$9000 208%")]
    [InlineData("das Edikt von Fontainebleau", "de", "edikt von fontainebleau")]
    [InlineData("黑豹队。", "zh", "黑 豹 队")]
    [InlineData("المدينة", "ar", "مدينة")]
    public void Words_are_compared_without_case_punctuation_and_articles(string text, string language, string words) =>
        Assert.Equal(words.Split(' '), ScoredWords.Of(text, language));

    [Fact]
    public void Agreement_is_precision_and_recall_in_one() => Assert.Equal(2.0 / 3, ScoredWords.F1(["a", "b", "c"], ["b", "c", "d"]), 12);

    [Fact]
    public void A_word_counts_as_often_as_both_have_it() => Assert.Equal(0.5, ScoredWords.F1(["a", "a"], ["a", "b"]), 12);

    [Fact]
    public void Words_are_inside_only_one_after_the_other()
    {
        Assert.True(ScoredWords.IsInside(["b", "c"], ["a", "b", "c"]));
        Assert.False(ScoredWords.IsInside(["a", "c"], ["a", "b", "c"]));
        Assert.False(ScoredWords.IsInside([], ["a"]));
    }
}
