using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class DoerTests
{
    [Theory]
    [InlineData("Who won?", "We have won against Norvia.", "Norvia", false)]
    [InlineData("Who won?", "Norvia won against Tarn.", "Norvia", true)]
    [InlineData("Who won the cup?", "The cup was won by Norvia.", "Norvia", true)]
    [InlineData("Who won the cup?", "Winning the cup was Norvia.", "Norvia", true)]
    [InlineData("Who built the line?", "The next line will not be built this way.", "The next line", false)]
    [InlineData("Who built the line?", "Ada Voss, who was born in Tarn, built the line.", "Ada Voss", true)]
    [InlineData("Who makes the vaccine?", "Norvia, the vaccine alliance, will pay for it.", "Norvia", false)]
    [InlineData("Who leads Norvia?", "The rebels and the Tarn-led force fought Norvia.", "The rebels", false)]
    [InlineData("Who leads Norvia?", "Ada Voss is the head of Norvia.", "Ada Voss", true)]
    [InlineData("Who leads Norvia?", "Ada Voss is the leader of Norvia.", "Ada Voss", true)]
    [InlineData("Who found the coins?", "The coins, struck under Nero and found by a farmer, are gold.", "Nero", false)]
    [InlineData("Who will measure the lake?", "A commission will measure the lake every three months.", "every three months", false)]
    public void Who_did_it_stands_before_what_was_done_or_behind_by(string question, string sentence, string words, bool may) =>
        Assert.Equal(may, MayBe(question, "en", sentence, words));

    [Theory]
    [InlineData("Who did Norvia beat?", "Norvia won the Lake Cup to beat the holders, Tarn.", "the Lake Cup", false)]
    [InlineData("Who did Norvia beat?", "Norvia won the Lake Cup to beat the holders, Tarn.", "Tarn", true)]
    [InlineData("Who did Norvia beat?", "Tarn were beaten by Norvia.", "Tarn", true)]
    [InlineData("Who did Norvia beat?", "Tarn beat Norvia.", "Tarn", false)]
    [InlineData("Who was arrested?", "Tarn were ten men when Ada Voss was arrested.", "Tarn", false)]
    [InlineData("Who was arrested?", "Tarn were ten men when Ada Voss was arrested.", "Ada Voss", true)]
    [InlineData("Who was arrested?", "Police in Tarn arrested Ada Voss.", "Ada Voss", true)]
    [InlineData("Who was arrested?", "Ada Voss was arrested by Constable Renn.", "Constable Renn", false)]
    public void Who_suffered_it_stands_behind_what_was_done_or_before_its_passive(string question, string sentence, string words, bool may) =>
        Assert.Equal(may, MayBe(question, "en", sentence, words));

    [Theory]
    [InlineData("Ada Voss told Renn that he built the line.", "Ada Voss told Renn", false)]
    [InlineData("Ada Voss led when Pavel Renn built the line.", "Ada Voss", false)]
    [InlineData("Ada Voss, the mayor of Norvia, built the line.", "Ada Voss", true)]
    public void Who_did_it_is_the_nearest_before_the_deed(string sentence, string words, bool may) => Assert.Equal(may, MayBe("Who built the line?", "en", sentence, words));

    [Theory]
    [InlineData("Renn", false)]
    [InlineData("The central bank", true)]
    public void Who_did_it_stands_before_the_clause_that_says_so(string words, bool may) =>
        Assert.Equal(may, MayBe("Who supervises payments?", "en", "The central bank, which supervises payments, said it had asked Renn for a report.", words));

    [Theory]
    [InlineData("Who said so?", "“It is over,” said Ada Voss.", "Ada Voss")]
    [InlineData("Who was won over?", "The mayor won Ada Voss over.", "Ada Voss")]
    [InlineData("What won the cup?", "We have won against Norvia.", "Norvia")]
    public void Who_speaks_or_suffers_may_stand_behind(string question, string sentence, string words) => Assert.True(MayBe(question, "en", sentence, words));

    [Theory]
    [InlineData("Who was the first passenger?", "en", "Passengers board the tram at the Corn Exchange.", "Corn Exchange", false)]
    [InlineData("Who was the first passenger?", "en", "The first passenger was Ada Voss.", "Ada Voss", true)]
    [InlineData("Wer kam zuerst?", "de", "Zuerst kamen Gäste aus Tarn in der Kornbörse an.", "Kornbörse", false)]
    [InlineData("Where did passengers board?", "en", "Passengers board the tram at the Corn Exchange.", "Corn Exchange", true)]
    public void Where_something_is_stands_nobody(string question, string language, string sentence, string words, bool may) =>
        Assert.Equal(may, MayBe(question, language, sentence, words));

    [Fact]
    public void Where_verbs_may_come_first_nothing_tells() => Assert.True(MayBe("Wer gewann?", "de", "Gestern gewann Norvia.", "Norvia"));

    private static bool MayBe(string question, string language, string sentence, string words)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        return Doer.MayBe(new(QuestionReader.Read(question, language), sentence, new(sentence, language), FactReader.Read(sentence, language)), new TextSpan(at, at + words.Length));
    }
}
