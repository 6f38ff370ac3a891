using Bot.Answering.Resources;

namespace Bot.Answering.Tests.Resources;

public sealed class WordingTests
{
    [Theory]
    [InlineData("“Tarn” has nothing about that. It covers: Lund.", true)]
    [InlineData("In „Tarn“ steht nichts darüber.", true)]
    [InlineData("« Tarn » ne contient rien à ce sujet.", true)]
    [InlineData("“Tarn” has a port.", false)]
    [InlineData("Tarn has nothing about that.", false)]
    [InlineData("", false)]
    public void Knows_one_of_its_phrases_by_what_stands_around_its_thing(string text, bool opens) => Assert.Equal(opens, Wording.Opens(text, "NothingFound"));

    [Fact]
    public void Names_the_phrase_that_is_not_there() => Assert.Contains("Nowhere", Assert.Throws<ArgumentException>(() => Wording.Opens("Tarn", "Nowhere")).Message, StringComparison.Ordinal);
}
