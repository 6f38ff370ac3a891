using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;

namespace Bot.Answering.Tests.Dates;

public sealed class TimeOfDayTests
{
    [Theory]
    [InlineData("When did it begin?", "en", "It began at about 9 a.m. in Tarn.", 0.8)]
    [InlineData("When did it begin?", "en", "About 9 began it in Tarn.", 0.3)]
    [InlineData("Wann begann es?", "de", "Es begann gegen 21 Uhr.", 0.8)]
    public void Fits_where_it_is_asked_when(string question, string language, string sentence, double fit) =>
        Assert.Equal(fit, AnswerTypeFit.Of(new(QuestionReader.Read(question, language), sentence, new(sentence, language), FactReader.Read(sentence, language))));
}
