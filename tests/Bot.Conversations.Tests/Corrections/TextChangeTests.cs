using Bot.Conversations.Corrections;
using Bot.Knowledge.Articles;
using CsCheck;

namespace Bot.Conversations.Tests.Corrections;

public sealed class TextChangeTests
{
    [Theory]
    [InlineData("Five died on Monday.", "Seven died on Monday.", "Five died", "Seven died")]
    [InlineData("Five died on Monday.", "Seven died on Monday.", "Five", "Seven")]
    [InlineData("Five died on Monday.", "Seven died on Monday.", "died on Monday", null)]
    [InlineData("It cost 1,000 dollars.", "It cost 1,500 dollars.", "1,000 dollars", "1,500 dollars")]
    [InlineData("He came. She left.", "He came, too. She left.", "She left.", null)]
    [InlineData("He came. She left.", "He came, too. She left.", "He came.", "He came, too.")]
    [InlineData("He came. She left.", "She left.", "He came.", "")]
    [InlineData("He came. She left.", "", "She left.", "")]
    [InlineData("a b c", "a x b c", "b", null)]
    [InlineData("a b c", "a b x c", "b c", "b x c")]
    [InlineData("the dam broke", "the old dam broke", "the dam", "the old dam")]
    public void Names_the_words_that_stand_in_the_place_of_others(string before, string after, string cited, string? now)
    {
        var start = before.IndexOf(cited, StringComparison.Ordinal);

        Assert.Equal(now, TextChange.Between(before, after).NewWords(new TextSpan(start, start + cited.Length)));
    }

    [Fact]
    public void Finds_what_stayed_among_more_changes_than_it_searches()
    {
        var old = string.Join(' ', Enumerable.Range(0, 4_000).Select(number => $"a{number}"));
        var now = string.Join(' ', Enumerable.Range(0, 4_000).Select(number => $"b{number}"));
        var change = TextChange.Between($"Start. {old} End.", $"Start. {now} End.");

        Assert.Null(change.NewWords(new(0, "Start.".Length)));
        Assert.NotNull(change.NewWords(new(7, 12)));
    }

    [Fact]
    public void Words_between_two_that_stayed_read_as_they_do_now() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 30], Gen.Int[0, 4].Array[0, 30], Gen.Int[0, 4].Array[0, 30], Gen.Int[0, 4].Array[0, 30]).Sample(
            (head, cut, put, tail) =>
            {
                var (before, after) = ($"First {Text(head, cut, tail)} last", $"First {Text(head, put, tail)} last");

                Assert.Equal(before == after ? null : after, TextChange.Between(before, after).NewWords(new(0, before.Length)));
            },
            iter: 5_000,
            seed: "agdURjDP7qJ1");

    private static string Text(params int[][] parts) => string.Join(' ', parts.SelectMany(part => part).Select(number => "abcde"[number]));
}
