using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tests.Pipeline;

namespace Bot.Answering.Tests.Questions;

public sealed class TypingCorrectionTests
{
    [Theory]
    [InlineData("When did the port of Velmaar reopen?", "Velmar")]
    [InlineData("How many contaienrs waited at sea?", "containers")]
    public async Task A_word_no_article_uses_is_taken_for_one_written_almost_alike_and_the_reader_is_asked(string question, string meant)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var corrected = Correct(bot, question);

        Assert.Equal([meant], corrected!.Corrections);
        Assert.Contains(meant, corrected.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When did the port of Velmar reopen?")]
    [InlineData("How many walls are there?")]
    [InlineData("What happened in 2032?")]
    public async Task A_word_the_articles_use_and_one_like_none_of_theirs_stay(string question)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        Assert.Null(Correct(bot, question));
    }

    [Fact]
    public async Task A_name_the_articles_have_is_never_taken_for_another_of_theirs()
    {
        await using var bot = AskedBot.Over(("two.md", Shelves.Dated("Two", "2031-05-01", "Mara Lindqvist spoke to Marta Lindqvist.")));

        Assert.Null(Correct(bot, "What did Marta say?"));
        Assert.Null(Correct(bot, "What did Mara say?"));
    }

    [Fact]
    public async Task A_word_is_never_taken_for_one_that_says_nothing()
    {
        await using var bot = AskedBot.Over(("two.md", Shelves.Dated("Two", "2031-05-01", "Meridian bought their own shares.")));

        Assert.Null(Correct(bot, "Who owns Meridian?"));
    }

    [Fact]
    public async Task The_reader_is_told_what_was_taken_for_mistyped()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync("How long was the prot of Velmra closed by the strom?");

        Assert.Contains("(Did you mean: port, Velmar, storm?)", Assert.IsType<Answer.Answered>(answer).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word", "word", 0)]
    [InlineData("word", "wrod", 1)]
    [InlineData("word", "wold", 1)]
    [InlineData("word", "words", 1)]
    [InlineData("word", "wore", 1)]
    [InlineData("word", "wards", 2)]
    public void Letters_put_in_left_out_replaced_and_swapped_count(string left, string right, int distance) =>
        Assert.Equal(distance, EditDistance.Of(left, right, most: 2));

    private static ReadQuestion? Correct(AskedBot bot, string text)
    {
        using var snapshot = bot.Knowledge.Acquire();
        var question = new Question(text);
        return TypingCorrection.Of(QuestionReader.Read(text, "en"), Shelf.For(question, snapshot, AskedBot.Now));
    }
}
