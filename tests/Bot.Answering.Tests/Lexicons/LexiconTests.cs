using Bot.Answering.Lexicons;

namespace Bot.Answering.Tests.Lexicons;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("ja")]
    public void Every_shipped_language_has_a_lexicon(string language)
    {
        var lexicon = Lexicon.For(language);

        Assert.True(lexicon.IsKnown);
        Assert.Equal(7, lexicon.Data.Weekdays.Length);
        Assert.True(lexicon.Data.Months.Length is 0 or 12);
    }

    [Fact]
    public void A_language_without_a_lexicon_knows_no_words()
    {
        var lexicon = Lexicon.For("sw");

        Assert.False(lexicon.IsKnown);
        Assert.Same(lexicon, Lexicon.For("hi"));
    }

    [Theory]
    [InlineData("U.S.-backed", "us", "-", "backed")]
    [InlineData("Syria's don’t", "syria", "don't")]
    [InlineData("l’armée n'a", "l'", "armée", "n'", "a")]
    [InlineData("John F. Kennedy ran. Off.", "john", "f", "kennedy", "ran", ".", "off", ".")]
    [InlineData("30,000 at 10:30 a.m.", "30,000", "at", "10:30", "am")]
    [InlineData("٣٠ مترا", "30", "مترا")]
    [InlineData("約3万人", "約", "3", "万", "人")]
    public void Cuts_texts_into_tokens(string text, params string[] expected) =>
        Assert.Equal(expected, Tokenizer.Read(text).Select(token => token.Folded));

    [Fact]
    public void The_longest_phrase_wins()
    {
        var table = new PhraseTable<int>();
        table.Add("no", 1);
        table.Add("no longer", 2);

        Assert.Equal(2, table.Match(Tokenizer.Read("No longer"), 0, out var meaning));
        Assert.Equal(2, meaning);
    }
}
