using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;

namespace Bot.Answering.Tests.Ranking;

public sealed class IntroductionTests
{
    [Theory]
    [InlineData("Ada Voss, the group's leader, is in Tarn.", true)]
    [InlineData("Ada Voss, who sells books, came.", true)]
    [InlineData("Nobody came, spokeswoman Ada Voss said.", true)]
    [InlineData("It was closed by the council's engineer, Ada Voss.", true)]
    [InlineData("Mayor Ada Voss spoke.", true)]
    [InlineData("Many fear Ada Voss, and she knows.", false)]
    [InlineData("The end of Ada Voss's project came.", false)]
    [InlineData("Omar Reyes, the mayor, met Ada Voss.", false)]
    [InlineData("Ada Renn, the group's leader, is in Tarn.", false)]
    public void Who_somebody_is_stands_beside_their_name(string sentence, bool says) => Assert.Equal(says, Is("Who is Ada Voss?", "en", sentence));

    [Theory]
    [InlineData("Who did Ada Voss meet?")]
    [InlineData("Who led Norvia?")]
    [InlineData("Where is Ada Voss?")]
    public void Any_other_question_is_not_answered_by_it(string question) => Assert.False(Is(question, "en", "Ada Voss, the leader of Norvia, is in Tarn."));

    [Fact]
    public void So_it_stands_in_languages_whose_nouns_are_not_known() => Assert.True(Is("¿Quién es Ada Voss?", "es", "Ada Voss, la alcaldesa, habló."));

    private static bool Is(string question, string language, string sentence) =>
        Introduction.Is(new(QuestionReader.Read(question, language), sentence, new(sentence, language), FactReader.Read(sentence, language)));
}
