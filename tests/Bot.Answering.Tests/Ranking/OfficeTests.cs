using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Ranking;

public sealed class OfficeTests
{
    [Theory]
    [InlineData("Who is the health secretary?", "Ada Voss, the health secretary, was silent.")]
    [InlineData("Who is the health secretary?", "The health secretary, Ada Voss, was silent.")]
    [InlineData("Who is the health secretary?", "Health secretary Ada Voss was silent.")]
    [InlineData("Who is the health secretary?", "The health secretary is Ada Voss.")]
    [InlineData("Who is the health secretary?", "Ada Voss became the new health secretary.")]
    [InlineData("Who was the mayor of Norvia?", "The mayor of Norvia, Ada Voss, was silent.")]
    [InlineData("Who is the manager?", "Norvia's manager, Ada Voss, was silent.")]
    [InlineData("Who is the mediator?", "“It is right,” said the mediator, former Chilean president Ada Voss, 71.")]
    [InlineData("Who is Norvia's manager?", "Norvia's manager, Ada Voss, was silent.")]
    [InlineData("Who was the first woman to win the cup?", "Ada Voss, 19, is the first woman to win it.")]
    public void Who_holds_an_office_stands_beside_it(string question, string sentence) => Assert.True(MayBe(question, "en", sentence, "Ada Voss"));

    [Theory]
    [InlineData("Who is the health secretary?", "The member for Norvia, Ada Voss, has asked the health secretary to step in.")]
    [InlineData("Who is the health secretary?", "Ada Voss asked the health secretary to step in.")]
    [InlineData("Who is the health secretary?", "Ada Voss, who asked the health secretary, was silent.")]
    [InlineData("Who is the health secretary?", "The health secretary told Ada Voss to step in.")]
    [InlineData("Who is the mayor of Norvia?", "The mayor of Norvia, who met Ada Voss, was silent.")]
    [InlineData("Who is Tarn's manager?", "Norvia's manager, Ada Voss, was silent.")]
    [InlineData("Who is the president of Norvia?", "The presidents of Norvia, Ada Voss and Tarn signed.")]
    public void Who_deals_with_an_office_does_not_hold_it(string question, string sentence) => Assert.False(MayBe(question, "en", sentence, "Ada Voss"));

    [Theory]
    [InlineData("Who asked the health secretary?", "en", "Ada Voss asked the health secretary.")]
    [InlineData("Who is the mayor?", "en", "Ada Voss leads the town.")]
    [InlineData("Wer ist die Ministerin?", "de", "Ada Voss fragte die Ministerin.")]
    public void Any_other_question_asks_for_no_office(string question, string language, string sentence) => Assert.True(MayBe(question, language, sentence, "Ada Voss"));

    [Theory]
    [InlineData("The mayor, Ada Voss, asked the health secretary.", Rule.HasOffice)]
    [InlineData("Ada Voss, the health secretary, was silent.", Rule.HasOffice | Rule.Holds)]
    [InlineData("She is the health secretary.", Rule.HasOffice | Rule.Holds)]
    [InlineData("The crew was silent, Health Secretary Ada Voss said.", Rule.HasOffice | Rule.Holds)]
    [InlineData("Ada Voss was silent.", Rule.None)]
    public void Tells_whether_a_sentence_names_who_holds_it(string sentence, object rules) =>
        Assert.Equal((Rule)rules, Office.Of(new(QuestionReader.Read("Who is the health secretary?", "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en"))));

    [Theory]
    [InlineData("Norvia's manager, Ada Voss, was silent.", Rule.Holds)]
    [InlineData("Norvia's manager was silent.", Rule.None)]
    [InlineData("Tarn's manager, Ada Voss, was silent.", Rule.None)]
    public void Whose_manager_it_is_may_be_told_in_other_words(string sentence, object rules) =>
        Assert.Equal((Rule)rules, Office.Of(new(QuestionReader.Read("Who is Norvia's manager?", "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en"))));

    [Fact]
    public void The_name_that_a_question_has_holds_nothing() =>
        Assert.Equal(Rule.HasOffice, Office.Of(new(QuestionReader.Read("Who is the mayor of Tarn?", "en"), "The mayor of Tarn was silent.", new("The mayor of Tarn was silent.", "en"), FactReader.Read("The mayor of Tarn was silent.", "en"))));

    private static bool MayBe(string question, string language, string sentence, string words)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        return Office.MayBe(new(QuestionReader.Read(question, language), sentence, new(sentence, language), FactReader.Read(sentence, language)), new TextSpan(at, at + words.Length));
    }
}
