using Bot.Answering.Facts;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;
using Bot.Answering.Tests.Checking;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Spans;

public sealed class PickedSpanTests
{
    private const string Sentence = "Ada Lind Berg met Lorne.";

    [Theory]
    [InlineData(0.5f, "Ada Lind Berg met Lorne")]
    [InlineData(6f, "Lorne")]
    public void The_words_are_picked_that_agree_most_with_all_that_may_be_right(float lastWord, string picked)
    {
        var span = Pick(lastWord)!.Value;

        Assert.Equal(picked, span.Span.In(Sentence));
    }

    [Theory]
    [InlineData("What happened to the youth team?", "en")]
    [InlineData("Under what condition will it reopen?", "en")]
    [InlineData("Was geschah mit dem Bad?", "de")]
    [InlineData("Who came?", "en", true)]
    public void Whole_sentences_tell_what_happened(string question, string language, bool isAskedFor = false) =>
        Assert.Equal(isAskedFor, PickedSpan.IsAskedFor(QuestionReader.Read(question, language)));

    [Fact]
    public void Their_chance_is_that_of_all_that_agree_with_them()
    {
        var weight = Math.Exp(6);

        Assert.Equal(weight / (weight + 14), Pick(6)!.Value.Chance, 6);
    }

    // What begins with the last word has the given score, all else none.
    private static PickedSpan? Pick(float lastWord)
    {
        var forest = new Forest<SpanFeature>(new ForestData("", "", "", "", [nameof(SpanFeature.Start)], 0, [0], [0, -1, -1], [0.7f, 0, lastWord], [1, 0, 0]));
        return PickedSpan.In(
            QuestionReader.Read("Who came?", "en"), new SearchHit(Some.Passages(Sentence, "en", "The bridge")[0].Passage, 0, 1, default), new TermMatch(Sentence, "en"),
            FactReader.Read(Sentence, "en"), forest);
    }
}
