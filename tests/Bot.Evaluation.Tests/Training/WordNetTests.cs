using Bot.Evaluation.Training;

namespace Bot.Evaluation.Tests.Training;

public sealed class WordNetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wordnet").FullName;

    public WordNetTests()
    {
        Write("LICENSE", "Free to use.", "");
        Write("noun.exc", "mice mouse", "wolves wolf");
        Write("verb.exc", "ran run", "spoke speak");
        Write("adj.exc", "best good");
        Write(
            "index.sense",
            "mouse%1:05:00:: 02330245 1 3",
            "mouse%2:38:00:: 01870043 1 0",
            "run%1:04:00:: 00559102 2 1",
            "run%1:11:00:: 07460104 1 4",
            "run%2:38:00:: 01926311 1 106",
            "run_away%2:38:00:: 02075049 1 9",
            "speak%2:32:00:: 00941990 1 132",
            "spoke%1:06:00:: 04280970 1 0",
            "tame%5:00:00:gentle:00 01896478 1 2",
            "x1%1:06:00:: 04610013 1 0");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_word_is_what_it_and_its_stem_were_mostly_seen_as_and_stands_for_its_first_sense_as_a_noun() =>
        Assert.Equal(["mice5", "mouse5", "ranV", "runV11", "speakV", "spokeV6", "tameA"], WordNet.Senses(_folder).Where(line => line[0] != '#'));

    [Fact]
    public void The_licence_goes_before_them() => Assert.Equal(["# Free to use.", "#"], WordNet.Senses(_folder).Take(2));

    [Fact]
    public void A_file_that_is_missing_is_named()
    {
        File.Delete(Path.Combine(_folder, "verb.exc"));

        Assert.StartsWith($"There is no 'verb.exc' in '{_folder}'", Assert.Throws<InvalidDataException>(() => WordNet.Senses(_folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mouse")]
    [InlineData("mouse%9:05:00:: 02330245 1 3")]
    [InlineData("mouse%1:05:00:: 02330245 one 3")]
    public void A_line_that_is_none_is_named(string line)
    {
        Write("index.sense", line);

        Assert.StartsWith($"'{line}' in 'index.sense'", Assert.Throws<InvalidDataException>(() => WordNet.Senses(_folder)).Message, StringComparison.Ordinal);
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, file), lines);
}
