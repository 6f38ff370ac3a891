using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class OccasionTests
{
    [Theory]
    [InlineData("When did she marry?", "Her husband, whom she married in 1964, died in 2011.", "1964", true)]
    [InlineData("When did she marry?", "Her husband, whom she married in 1964, died in 2011.", "2011", false)]
    [InlineData("When did he die?", "Her husband, whom she married in 1964, died in 2011.", "2011", true)]
    [InlineData("When will the line be ready?", "The line, promised since 2003, will not be ready before 2034.", "2034", true)]
    [InlineData("When will the line be ready?", "The line, promised since 2003, will not be ready before 2034.", "2003", false)]
    [InlineData("When did the line open?", "In 2003 the line opened.", "2003", true)]
    [InlineData("How many died in 2011?", "Her husband, whom she married in 1964, died in 2011.", "1964", true)]
    public void What_stands_right_behind_the_deed_is_its_date(string question, string sentence, string words, bool may) => Assert.Equal(may, MayBe(question, sentence, words));

    [Theory]
    [InlineData("When was the vote?", "Voss won the vote by 312, officials said Tuesday.", "Tuesday", false)]
    [InlineData("When was the vote?", "Voss won the vote by 312, officials said on Tuesday.", "Tuesday", false)]
    [InlineData("When was the vote?", "The vote was held on Tuesday, officials said.", "Tuesday", true)]
    [InlineData("When did officials announce it?", "Voss won by 312, officials announced on Tuesday.", "Tuesday", true)]
    public void The_day_on_which_somebody_said_so_is_not_when_it_happened(string question, string sentence, string words, bool may) =>
        Assert.Equal(may, MayBe(question, sentence, words));

    private static bool MayBe(string question, string sentence, string words)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        return Occasion.MayBe(new(QuestionReader.Read(question, "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en")), new TextSpan(at, at + words.Length));
    }
}
