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
    [InlineData("How many seats does the Civic Union have?", "The Civic Union kept its majority, winning 29 of 53 seats.", "29")]
    [InlineData("How many libraries does Tarn have?", "Tarn closes two of its seven libraries.", "seven")]
    [InlineData("How many votes did Voss get?", "Voss received 41 votes, against 40 for Pavel Renn.", "41")]
    [InlineData("How many votes did Renn get?", "Voss received 41 votes, against 40 for Pavel Renn.", "40")]
    [InlineData("How many children did Voss have?", "Voss had five children.", "five")]
    [InlineData("How many jets did Norvia ground?", "Norvia grounded its 28 Arrow 300 jets.", "28")]
    [InlineData("How many seats does the Alliance have?", "The Alliance gained five seats and now has 19.", "19")]
    [InlineData("How many seats did the Alliance gain?", "The Alliance gained five seats and now has 19.", "five")]
    [InlineData("When did it close?", "It closed on Sunday.", "Sunday")]
    [InlineData("Who closed it?", "Ada Voss closed it.", "Ada Voss")]
    public void May_be_the_number_that_is_asked_for(string question, string sentence, string words) => Assert.True(MayBe(question, sentence, words));

    [Theory]
    [InlineData("How many libraries will close?", "The council closes two of its seven libraries.", "seven")]
    [InlineData("How much does parking cost?", "Parking will rise from £1.20 to £1.50.", "£1.20")]
    [InlineData("How much more will a family pay?", "A family will pay £2,145, £100 more than now.", "£2,145")]
    [InlineData("How much will a family pay?", "A family will pay £2,145, £100 more than now.", "£100")]
    [InlineData("How much will it spend on potholes?", "It will spend £3 million on care and £1 million on potholes.", "£3 million")]
    [InlineData("How many seats does the Civic Union have?", "The Civic Union kept its majority, winning 29 of 53 seats.", "53")]
    [InlineData("How many votes did Renn get?", "Voss received 41 votes, against 40 for Pavel Renn.", "41")]
    [InlineData("How many jets did Norvia ground?", "Norvia grounded its 28 Arrow 300 jets.", "300")]
    [InlineData("How many seats does the Alliance have?", "The Alliance gained five seats and now has 19.", "five")]
    [InlineData("How big was the glacier in 1980?", "The glacier covers 2.1 square kilometers, down from 5.4 in 1980.", "2.1 square kilometers")]
    [InlineData("How many children did Voss have?", "Voss was the youngest of five children of a sailor.", "five")]
    [InlineData("How many died in Tarn?", "A 63-year-old man died in Tarn.", "63-year-old man")]
    [InlineData("How many victims were there?", "The daughter of one victim, Ada Voss, noticed it.", "Ada Voss")]
    public void May_not_be_another_one(string question, string sentence, string words) => Assert.False(MayBe(question, sentence, words));

    [Fact]
    public void The_whole_of_a_part_is_told_in_german_too() => Assert.False(MayBe("Wie viele Stellen sind unbesetzt?", "Derzeit sind 41 von 230 Stellen unbesetzt.", "230", "de"));

    private static bool MayBe(string question, string sentence, string words, string language = "en")
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        return Figure.MayBe(new(QuestionReader.Read(question, language), sentence, new(sentence, language), FactReader.Read(sentence, language)), new TextSpan(at, at + words.Length));
    }
}
