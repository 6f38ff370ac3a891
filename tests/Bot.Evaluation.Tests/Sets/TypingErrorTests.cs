using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Tests.Sets;

public sealed class TypingErrorTests
{
    private const string Question = "Who opened the bridge at Lorne?";

    [Fact]
    public void Changes_one_longer_word_and_not_its_first_letter()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var words = TypingError.In(Question, $"{seed}").Split(' ');
            var changed = Question.Split(' ').Zip(words).Where(pair => pair.First != pair.Second).ToArray();

            Assert.Equal(6, words.Length);
            var (before, after) = Assert.Single(changed);
            Assert.True(before.Length >= 4);
            Assert.Equal(before[0], after[0]);
        }
    }

    [Fact]
    public void Makes_the_same_error_each_time() => Assert.Equal(TypingError.In(Question, "a"), TypingError.In(Question, "a"));

    [Fact]
    public void Makes_different_errors() => Assert.True(Enumerable.Range(0, 50).Select(seed => TypingError.In(Question, $"{seed}")).Distinct().Count() > 20);

    [Fact]
    public void Leaves_short_words_alone() => Assert.Equal("Who is it?", TypingError.In("Who is it?", "a"));
}
