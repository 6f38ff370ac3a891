using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class WhereaboutsTests
{
    private const string Caliph = "He stood in Mosul in 2014 to declare himself caliph of all Muslims.";

    [Theory]
    [InlineData("Where did he declare himself caliph?", Caliph, "Mosul", true)]
    [InlineData("Where did he declare himself caliph?", Caliph, "Muslims", false)]
    [InlineData("Where did he stand in the town?", "He stood at the gate, Mosul says.", "the gate", true)]
    [InlineData("Where did he stand?", "He stood at the gate of Tarn in Mosul.", "the gate", true)]
    [InlineData("Where did they go?", "They went to Tarn.", "Tarn", true)]
    [InlineData("Who declared himself caliph?", Caliph, "Muslims", true)]
    [InlineData("Where was MV4 tested?", "The vaccine has not been tested in adults.", "The vaccine", false)]
    [InlineData("Where was it tested?", "In Ghana the vaccine was tested in adults.", "Ghana", true)]
    [InlineData("Which city tested it?", "Accra tested it in adults.", "Accra", true)]
    public void Where_something_is_stands_behind_a_word_that_places_if_any_name_does(string question, string sentence, string words, bool may)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);

        Assert.Equal(may, Whereabouts.MayBe(Asked(question, sentence), new TextSpan(at, at + words.Length)));
    }

    [Theory]
    [InlineData("Where is he?", "He is in Iraq.", "He knows Iraq.")]
    [InlineData("Who came?", "Ada Voss came.", "They came at Lund Point.")]
    public void A_name_fits_better_where_it_places_what_is_placed_and_nobody_else(string question, string better, string worse) =>
        Assert.True(Fit(question, better) > Fit(question, worse));

    private static double Fit(string question, string sentence) => AnswerTypeFit.Of(Asked(question, sentence));

    private static AskedSentence Asked(string question, string sentence) => new(QuestionReader.Read(question, "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en"));
}
