using Bot.Answering.Questions;
using Bot.Answering.Ranking;

namespace Bot.Answering.Tests.Ranking;

public sealed class LacksTests
{
    private const double Apart = 0.1;
    private const double Near = 0.6;
    private const string Countries = "Which countries have agreed to take back fighters?";

    [Fact]
    public void A_sentence_lacks_the_relation_when_the_rarest_word_stands_only_around_it_and_the_others_far_apart() =>
        Assert.True(Of(Countries, inSentence: [1, 0, 1, 1], anywhere: [1, 1, 1, 1], closeness: Apart).Relation > 0.5);

    [Fact]
    public void A_sentence_lacks_no_relation_when_the_other_words_stand_together() =>
        Assert.Equal(0, Of(Countries, inSentence: [1, 0, 1, 1], anywhere: [1, 1, 1, 1], closeness: Near).Relation);

    [Fact]
    public void A_sentence_lacks_no_relation_when_it_has_the_rarest_word_itself() =>
        Assert.Equal(0, Of(Countries, inSentence: [1, 1, 1, 1], anywhere: [1, 1, 1, 1], closeness: Apart).Relation);

    [Fact]
    public void Either_side_answers_whether_something_is_so() =>
        Assert.Equal(0, Of("Have countries agreed to take back fighters?", inSentence: [1, 0, 1, 1], anywhere: [1, 1, 1, 1], closeness: Apart).Relation);

    [Fact]
    public void Whoever_did_something_is_not_known_without_the_deed()
    {
        var without = Of("Who insured the boats?", inSentence: [0, 1], anywhere: [0, 1], closeness: Apart, hasFocus: false);

        Assert.Equal((1, 0), (without.Deed, without.Thing));
    }

    [Fact]
    public void What_is_asked_for_by_name_is_no_deed()
    {
        var without = Of("Which company insured the boats?", inSentence: [0, 0, 1], anywhere: [0, 1, 1], closeness: Apart, hasFocus: false);

        Assert.Equal((0, 1), (without.Deed, without.Thing));
    }

    [Theory]
    [InlineData("The storm sank boats.", 1)]
    [InlineData("Boats of the northern fleet of Velmar were what the storm sank.", 0.5)]
    [InlineData("The storm sank a ferry.", 0)]
    public void Words_are_nearer_the_fewer_stand_between_them(string sentence, double most) =>
        Assert.InRange(new TermMatch(sentence, "en").Nearness("sink", "boat"), most == 1 ? 1 : 0, most);

    private static Lacks Of(string text, double[] inSentence, double[] anywhere, double closeness, bool hasFocus = true, double type = 1)
    {
        var question = QuestionReader.Read(text, "en");
        Assert.Equal(inSentence.Length, question.Terms.Length);
        return Lacks.Of(question, type, hasFocus, new Coverage(question.Terms, [.. question.Terms.Select(_ => 1.0)], inSentence, anywhere), closeness);
    }
}
