using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class FigureTests
{
    [Theory]
    [InlineData("How many libraries will close?", "The council closes two of its seven libraries.", "two")]
    [InlineData("How many libraries are there?", "The council closes two of its seven libraries.", "seven")]
    [InlineData("How much does parking cost?", "Parking will rise from £1.20 to £1.50.", "£1.50")]
    [InlineData("How much does parking cost?", "Parking costs from £1.20 to £1.50.", "£1.20 to £1.50")]
    [InlineData("How much more will a family pay?", "A family will pay £2,145, £100 more than now.", "£100")]
    [InlineData("How much will a family pay?", "A family will pay £2,145, £100 more than now.", "£2,145")]
    [InlineData("How much will it spend on potholes?", "It will spend £3 million on care and £1 million on potholes.", "£1 million")]
    [InlineData("How many died in the flood?", "Some 200 died and 300 were hurt in the flood.", "200")]
    [InlineData("When did it close?", "It closed on Sunday.", "Sunday")]
    [InlineData("Who closed it?", "Ada Voss closed it.", "Ada Voss")]
    public void May_be_the_number_that_is_asked_for(string question, string sentence, string words) => Assert.True(MayBe(question, sentence, words));

    [Theory]
    [InlineData("How many libraries will close?", "The council closes two of its seven libraries.", "seven")]
    [InlineData("How much does parking cost?", "Parking will rise from £1.20 to £1.50.", "£1.20")]
    [InlineData("How much more will a family pay?", "A family will pay £2,145, £100 more than now.", "£2,145")]
    [InlineData("How much will a family pay?", "A family will pay £2,145, £100 more than now.", "£100")]
    [InlineData("How much will it spend on potholes?", "It will spend £3 million on care and £1 million on potholes.", "£3 million")]
    [InlineData("How many died in Tarn?", "A 63-year-old man died in Tarn.", "63-year-old man")]
    [InlineData("How many victims were there?", "The daughter of one victim, Ada Voss, noticed it.", "Ada Voss")]
    public void May_not_be_another_one(string question, string sentence, string words) => Assert.False(MayBe(question, sentence, words));

    private static bool MayBe(string question, string sentence, string words)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        return Figure.MayBe(new(QuestionReader.Read(question, "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en")), new TextSpan(at, at + words.Length));
    }
}
