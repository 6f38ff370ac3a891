using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.Checking;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.Ranking;

public sealed class AkinWordsTests
{
    private const string Paragraph = "The virus spreads by droplets. It was measured in March. Its transmission took days. Masks helped.";

    [Theory]
    [InlineData("transmission", "transmitted")]
    [InlineData("Germany", "German")]
    [InlineData("tram", "tram")]
    public void Words_that_begin_alike_are_akin(string left, string right) => Assert.InRange(Alike(left, right), SharedBeginning.Least, 1);

    [Theory]
    [InlineData("invade", "invent")]
    [InlineData("sea", "sew")]
    [InlineData("1998", "1999")]
    [InlineData("quay", "tram")]
    public void Others_are_not_and_numbers_never(string left, string right) => Assert.Equal(0, Alike(left, right));

    [Fact]
    public void The_word_itself_counts_most_and_one_that_begins_alike_no_more_than_a_synonym()
    {
        var match = new TermMatch("The transmission was fast.", "en");

        Assert.Equal(1, match.Akin(Term("transmission")));
        Assert.InRange(match.Akin(Term("transmitted")), 0.1, TermMatch.SynonymWeight);
        Assert.Equal((0, 0), (match.Akin(Term("harbour")), match.Of(Term("transmitted"))));
    }

    [Theory]
    [InlineData("Gesetz", "Hochschulgesetz")]
    [InlineData("Bundesland", "Bund")]
    [InlineData("pflegt", "gepflegt")]
    public void A_part_of_a_compound_is_akin_where_compounds_are_one_word(string asked, string said)
    {
        var match = new TermMatch($"Das {said} gilt.", "de");

        Assert.InRange(match.Akin(TextAnalysis.Terms(asked, "de")[0].Text), TermMatch.SynonymWeight * SharedBeginning.Least, TermMatch.SynonymWeight);
    }

    [Theory]
    [InlineData("en", "rest", "The interest was small.")]
    [InlineData("de", "Rat", "Der Vorrat reicht.")]
    [InlineData("de", "Last", "Der Palast brannte.")]
    [InlineData("de", "1000", "Es kamen 1000000.")]
    public void An_ending_by_chance_is_not(string language, string asked, string said) =>
        Assert.Equal(0, new TermMatch(said, language).Akin(TextAnalysis.Terms(asked, language)[0].Text));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void A_sentence_goes_on_from_the_two_before_it(int sentence, double virus)
    {
        var passage = Some.Passages(Paragraph, "en", "The virus")[0].Passage;
        var akin = new AkinWords(QuestionReader.Read("Which virus?", "en").Terms);

        Assert.Equal(virus, akin.SoFar(index => Of(passage, index), sentence)[0]);
    }

    [Fact]
    public void Alone_it_has_its_own_words_only()
    {
        var passage = Some.Passages(Paragraph, "en", "The virus")[0].Passage;
        var akin = new AkinWords(QuestionReader.Read("Which virus?", "en").Terms);

        Assert.Equal((1, 0), (akin.Of(Of(passage, 0))[0], akin.Of(Of(passage, 1))[0]));
    }

    private static ReadSentence Of(Passage passage, int index) => new(passage, index);

    private static double Alike(string left, string right) => SharedBeginning.Of(Term(left), Term(right));

    private static string Term(string word) => TextAnalysis.Terms(word, "en")[0].Text;
}
