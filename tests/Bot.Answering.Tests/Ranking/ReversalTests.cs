using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.ScriptedModel;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Ranking;

public sealed class ReversalTests
{
    [Theory]
    [InlineData("Who lost the cup?", "Tarn won the cup.")]
    [InlineData("Which route is the least popular?", "The most popular route is the coast road.")]
    [InlineData("Which plan was unpopular?", "The popular plan was the tram.")]
    [InlineData("What happened before the storm?", "After the storm the quay was closed.")]
    public void A_sentence_that_says_the_opposite_turns_the_question(string question, string sentence) => Assert.Equal(1, Reversed(question, sentence));

    [Theory]
    [InlineData("Who lost the cup?", "Tarn won the cup that Brandt had lost.")]
    [InlineData("Who won the cup?", "Tarn won the cup.")]
    [InlineData("Who won and who lost the cup?", "Tarn won the cup.")]
    [InlineData("Who repaired the quay?", "Tarn won the cup.")]
    public void A_sentence_that_has_the_word_or_not_its_opposite_turns_nothing(string question, string sentence) => Assert.Equal(0, Reversed(question, sentence));

    [Theory]
    [InlineData("Which towns did not sign?", "Three towns signed the paper.", 1)]
    [InlineData("Which towns did not sign?", "Lorne did not sign the paper.", 0)]
    [InlineData("Which towns signed?", "Lorne did not sign the paper.", 0)]
    public void A_denial_that_is_asked_about_must_be_said(string question, string sentence, int reversed) => Assert.Equal(reversed, Reversed(question, sentence));

    [Fact]
    public void Is_it_not_asks_whether_it_is() => Assert.Equal(0, Reversed("Is the quay not open?", "The quay is open."));

    private static int Reversed(string question, string sentence) =>
        new Reversal(QuestionReader.Read(question, "en")).Of(new SearchHit(SomeMaterial.Passage(sentence), 0, 1, default), new TermMatch(sentence, "en"));
}
