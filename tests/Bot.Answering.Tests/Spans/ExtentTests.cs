using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class ExtentTests
{
    [Theory]
    [InlineData("When did it begin?", "en", "It began at 9:40 a.m. and went on.", "9:40", "9:40 a.m.")]
    [InlineData("When did it end?", "en", "It was mended by 2:30 p.m., they said.", "2:30 p.m", "2:30 p.m.")]
    [InlineData("Wann begann es?", "de", "Es begann um 21 Uhr in Tarn.", "21", "21 Uhr")]
    [InlineData("When will it close?", "en", "It will close in the second quarter of 2027.", "2027", "the second quarter of 2027")]
    [InlineData("When did it close?", "en", "It closed in early 2027.", "2027", "early 2027")]
    [InlineData("Wann schließt es?", "de", "Es schließt Ende März 2027.", "März 2027", "Ende März 2027")]
    [InlineData("¿Cuánto pagará Tarn?", "es", "Tarn pagará el 40 % y Lund, el resto.", "40", "40 %")]
    [InlineData("Which road is closed?", "en", "Near Tarn Highway 9 is closed.", "9", "Highway 9")]
    [InlineData("When are more strikes?", "en", "More strikes are planned for Nov. 24 and 25 in Tarn.", "Nov. 24", "Nov. 24 and 25")]
    [InlineData("How much do drivers earn?", "en", "Drivers earn £14.20 an hour on average.", "£14.20", "£14.20 an hour")]
    [InlineData("When does it take effect?", "en", "It takes effect 30 days after the last one signs, they said.", "30 days", "30 days after the last one signs")]
    [InlineData("How much will the bank lend?", "en", "The bank will lend the four countries $2.3 billion.", "the four countries $2.3 billion", "$2.3 billion")]
    [InlineData("What prize did she win?", "en", "She won this year's Marlowe Prize.", "year's Marlowe Prize", "Marlowe Prize")]
    [InlineData("How many came?", "en", "Fewer than a million came.", "a million", "Fewer than a million")]
    [InlineData("How far is it?", "en", "It is 34 kilometres away.", "34", "34 kilometres")]
    public void Takes_in_what_belongs_to_the_words(string question, string language, string sentence, string words, string whole) =>
        Assert.Equal(whole, Of(question, language, sentence, words));

    [Theory]
    [InlineData("When did it begin?", "It began at 9:40 and 30 came.", "9:40")]
    [InlineData("When will it close?", "The first quarter was good, and it will close in 2027.", "2027")]
    [InlineData("How many came?", "In Tarn 9 came.", "9")]
    [InlineData("When did it close?", "It closed in 2027 after the war.", "2027")]
    [InlineData("Which number is it?", "It is the 9 of Tarn.", "9")]
    public void And_nothing_else(string question, string sentence, string words) => Assert.Equal(words, Of(question, "en", sentence, words));

    private static string Of(string question, string language, string sentence, string words)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        var asked = QuestionReader.Read(question, language);
        return Extent.Of(new(asked, sentence, new(sentence, language), FactReader.Read(sentence, language)), new TextSpan(at, at + words.Length)).In(sentence);
    }
}
