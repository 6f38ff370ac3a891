using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;

namespace Bot.Answering.Tests.Ranking;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("How old is Ada Voss?", "en", "Voss, 19, won the cup of 1985.", "19")]
    [InlineData("How old is Voss?", "en", "Ada Voss, 19, won.", "19")]
    [InlineData("How old is Ada Voss?", "en", "Mrs Voss, 19, won.", "19")]
    [InlineData("How old is Ada Voss?", "en", "Ada Voss (19) won.", "19")]
    [InlineData("How old is Ada Voss?", "en", "In 1985 the cup was won by Ada Voss, 19.", "19")]
    [InlineData("How old is Ada Voss?", "en", "After a long day of wind and rain on the quays of Norvia, and long after all the other boats had come in, Ada Voss, 19, won.", "19")]
    [InlineData("How old is Ada Voss?", "en", "Ada Voss is 19.", "19")]
    [InlineData("How old is Ada Voss?", "en", "The 19-year-old has won 12 cups.", "19")]
    [InlineData("How old is Ada Voss?", "en", "She won 12 cups at the age of 19.", "19")]
    [InlineData("Wie alt ist Ada Voss?", "de", "Ada Voss, 19, gewann 12 Pokale.", "19")]
    [InlineData("Wie alt ist Ada Voss?", "de", "Die 19-jährige gewann 12 Pokale.", "19")]
    [InlineData("¿Qué edad tiene Ada Voss?", "es", "Ada Voss, de 19 años, ganó 12 copas.", "19")]
    [InlineData("How far is Tarn?", "en", "It is 34 kilometres away, 40 minutes by car.", "34")]
    [InlineData("How heavy is the crane?", "en", "The crane of 34 tonnes stands 40 metres from Tarn.", "34")]
    [InlineData("How fast was the train?", "en", "With 200 people it ran at 90 km/h.", "90")]
    [InlineData("How big was the bonus?", "en", "Three of 11 took the bonus of 4,000 crowns.", "4,000")]
    [InlineData("How big was the bonus?", "en", "Three of 11 took the bonus, £4,000.", "4,000")]
    [InlineData("How expensive is the line?", "en", "The line of 12 kilometres will cost £4,000.", "4,000")]
    [InlineData("How strong was the wind?", "en", "In 1961 winds reached 158 kilometres an hour.", "158")]
    [InlineData("How old was Ada Voss when she died?", "en", "She was 91.", "91")]
    [InlineData("How long did the outage last?", "en", "A failed update took down its 12 networks for almost five hours.", "five")]
    [InlineData("How much money will they save?", "en", "The two companies expect to save $140 million a year.", "140")]
    [InlineData("Wie teuer wird die Bahn?", "de", "Die Kosten der 12 Kilometer steigen auf 90 Millionen Euro.", "90")]
    [InlineData("Wie lange dauert die Fahrt?", "de", "Für die 12 Kilometer braucht man sieben Minuten.", "sieben")]
    [InlineData("¿Cuánto duraron las obras?", "es", "Los once arcos reabrieron tras dos años de obras.", "dos")]
    public void A_number_that_measures_it_fits(string question, string language, string sentence, string number) => Assert.Equal([number], Fitting(question, language, sentence));

    [Theory]
    [InlineData("How old is Ada Voss?", "Renn, 19, won with Ada Voss.")]
    [InlineData("How old is Ada Voss?", "Ben Voss, 19, won.")]
    [InlineData("How old is Ada Voss?", "Ada Voss, 190, won.")]
    [InlineData("How old is Ada Voss?", "Ada Voss, 19 metres behind, won.")]
    [InlineData("How old is Ada Voss?", "Ada Voss won 19 cups.")]
    [InlineData("How old is Ada Voss?", "It was 91.")]
    [InlineData("How far is Tarn?", "It is 40 minutes by car.")]
    [InlineData("How many people came?", "Ada Voss, 19, came 34 kilometres.")]
    public void Any_other_number_does_not(string question, string sentence) => Assert.Empty(Fitting(question, "en", sentence));

    private static string[] Fitting(string question, string language, string sentence)
    {
        var asked = new AskedSentence(QuestionReader.Read(question, language), sentence, new(sentence, language), FactReader.Read(sentence, language));
        return [.. asked.Facts.Where(fact => Measure.Fits(asked, fact)).Select(fact => fact.Span.In(sentence).Split(' ', '-')[0].TrimStart('£', '$'))];
    }
}
