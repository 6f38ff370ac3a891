using Bot.Answering.Answers;

namespace Bot.Answering.Tests.Pipeline;

public sealed class HighlightedTests
{
    [Fact]
    public async Task Finds_the_short_answer_in_the_sentence_that_was_quoted()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync("How many fishing boats did the storm sink?");

        var first = Highlighted.In(answer)!;
        Assert.Equal(((Answer.Answered)answer).Short, first.Words);
        Assert.Equal(((Answer.Answered)answer).Claims[0].Text, first.Before + first.Words + first.After);
        Assert.StartsWith("The storm sank ", first.Before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In 1999 it lost 9 boats.", "9", "In 1999 it lost ")]
    [InlineData("It cost $5 million.", "$5 million", "It cost ")]
    [InlineData("Of all, 50% came.", "50%", "Of all, ")]
    [InlineData("(9) came.", "9", "(")]
    [InlineData("It lost boats [9], 9 in all.", "9", "It lost boats [9], ")]
    public void Takes_words_of_their_own(string sentence, string words, string before) => Assert.Equal(before, Highlighted.In(Some(sentence, words))!.Before);

    [Theory]
    [InlineData("In 1999 it broke.", "9")]
    [InlineData("It broke [9].", "9")]
    [InlineData("It broke [8] and [9].", "8] and [9")]
    [InlineData("It broke.", "Monday")]
    [InlineData("It broke *off*.", "*off*")]
    [InlineData("It broke.", "")]
    public void Finds_nothing_where_the_words_do_not_stand_alone(string sentence, string words) => Assert.Null(Highlighted.In(Some(sentence, words)));

    [Fact]
    public void Sets_nothing_off_in_an_answer_that_is_not_sure() => Assert.Null(Highlighted.In(Some("It broke.", "It") with { Sure = false }));

    private static Answer.Answered Some(string sentence, string words) =>
        new() { Text = sentence, Language = "en", Making = new(Making.Extractive), Claims = [new(sentence, [])], Short = words };
}
