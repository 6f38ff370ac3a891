using Bot.Answering.Lexicons.Senses;

namespace Bot.Answering.Tests.Lexicons;

public sealed class WordSensesTests
{
    [Theory]
    [InlineData("lawyer", nameof(WordUse.Noun), 18)]
    [InlineData("Disease", nameof(WordUse.Noun), 26)]
    [InlineData("beautiful", nameof(WordUse.Adjective), 0)]
    [InlineData("quickly", nameof(WordUse.Adverb), 0)]
    public void What_a_word_mostly_is_and_stands_for_is_known_by_itself(string word, string use, int supersense) =>
        Assert.Equal((use, supersense), Sense(word));

    [Theory]
    [InlineData("lawyers", nameof(WordUse.Noun), 18)]
    [InlineData("cities", nameof(WordUse.Noun), 15)]
    [InlineData("diseases", nameof(WordUse.Noun), 26)]
    [InlineData("took", nameof(WordUse.Verb), 0)]
    public void So_it_is_of_its_other_forms(string word, string use, int supersense) =>
        Assert.Equal((use, supersense), Sense(word));

    [Theory]
    [InlineData("walked", nameof(WordUse.Participle))]
    [InlineData("invented", nameof(WordUse.Participle))]
    [InlineData("inventing", nameof(WordUse.Gerund))]
    [InlineData("walking-sticked", nameof(WordUse.Unknown))]
    [InlineData("Okafor", nameof(WordUse.Name))]
    [InlineData("okafor", nameof(WordUse.Unknown))]
    [InlineData("1911", nameof(WordUse.Number))]
    [InlineData("Ærøskøbing", nameof(WordUse.Name))]
    public void Endings_digits_and_capitals_tell_what_else_a_word_is(string word, string use) => Assert.Equal(use, Sense(word).Use);

    [Fact]
    public void The_first_and_the_last_word_of_the_list_are_found()
    {
        Assert.Equal(WordUse.Noun, WordSenses.Of("en").Find("a").Use);
        Assert.Equal(WordUse.Noun, WordSenses.Of("en").Find("zymurgy").Use);
        Assert.Equal(WordUse.Unknown, WordSenses.Of("en").Find("zzz").Use);
    }

    [Fact]
    public void The_list_is_in_the_order_it_is_searched_in()
    {
        using var reader = new StreamReader(typeof(WordSenses).Assembly.GetManifestResourceStream("Senses.en")!);

        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.TrimEnd("VAR0123456789".ToCharArray())).ToArray();

        Assert.Equal(words.Distinct().Order(StringComparer.Ordinal), words);
    }

    [Fact]
    public void The_licence_of_the_list_is_no_word() => Assert.Equal(WordUse.Unknown, WordSenses.Of("en").Find("#").Use);

    [Theory]
    [InlineData("")]
    [InlineData("a word with a space")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_word_has_no_sense(string word) => Assert.Equal(0, WordSenses.Of("en").Find(word).Supersense);

    [Fact]
    public void Of_a_language_without_a_list_nothing_is_known() => Assert.Equal(default, WordSenses.Of("fi").Find("Auto"));

    private static (string Use, int Supersense) Sense(string word) => WordSenses.Of("en").Find(word) is var sense ? (sense.Use.ToString(), sense.Supersense) : default;
}
