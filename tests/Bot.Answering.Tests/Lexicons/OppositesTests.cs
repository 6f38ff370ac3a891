using Bot.Answering.Lexicons;

namespace Bot.Answering.Tests.Lexicons;

public sealed class OppositesTests
{
    [Theory]
    [InlineData("most", "least")]
    [InlineData("least", "most")]
    [InlineData("popular", "unpopular")]
    [InlineData("unpopular", "popular")]
    [InlineData("direct", "indirect")]
    public void A_word_has_its_opposite_both_ways(string word, string opposite) => Assert.Contains(opposite, Opposites.Of("en").To(word));

    [Fact]
    public void What_a_prefix_leaves_is_a_word_only_if_it_is_long_enough() => Assert.DoesNotContain("der", Opposites.Of("en").To("under"));

    [Fact]
    public void Opposites_are_known_by_their_analysed_forms_too() => Assert.Contains(("rise", "fall"), Opposites.Of("en").Pairs);

    [Fact]
    public void A_language_without_a_list_has_none() => Assert.Empty(Opposites.Of("ja").To("最大"));

    [Theory]
    [InlineData("The harbour was not closed.", true)]
    [InlineData("The harbour was closed.", false)]
    [InlineData("Nobody said that it was not closed.", false)]
    [InlineData("Not only the harbour was closed.", false)]
    public void A_text_denies_when_it_does_so_an_odd_number_of_times(string text, bool denies) => Assert.Equal(denies, Polarity.Denies(text, "en"));
}
