using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tests.Pipeline;

namespace Bot.Answering.Tests.Questions;

public sealed class RecencyTests
{
    private static readonly DateTimeOffset Published = new(2031, 5, 13, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Which port reopened this week after a storm had closed it?", 3, true)]
    [InlineData("Which port reopened this week after a storm had closed it?", 60, false)]
    [InlineData("Which port reopened last week after a storm had closed it?", 18, true)]
    [InlineData("Which port reopened today after a storm had closed it?", 15, false)]
    [InlineData("Which port reopened this year after a storm had closed it?", 200, true)]
    [InlineData("Which port reopened after a storm had closed it?", 2000, true)]
    public async Task A_question_about_the_days_when_it_is_asked_is_not_answered_by_an_older_article(string text, int daysLater, bool answered)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);

        var (answer, _) = await bot.AskAsync(new Question(text) { Asked = Published.AddDays(daysLater) });

        Assert.Equal(answered, answer is Answer.Answered);
        Assert.True(answered || answer is Answer.NotStated { Closest.IsEmpty: false });
    }

    [Fact]
    public void The_words_that_say_when_are_not_looked_for_in_an_article()
    {
        var read = QuestionReader.Read("What closed the bridge of Lorne this week?", "en");

        Assert.Contains(read.Terms, term => term.Text == "week");
        Assert.DoesNotContain(Recency.Of(read, Published).Terms, term => term.Text == "week");
        Assert.Equal(read, Recency.Of(read, asked: null));
    }

    [Fact]
    public async Task The_newer_of_two_articles_answers_it()
    {
        await using var bot = AskedBot.Over(
            ("a.md", Shelves.Dated("Bridge of Lorne", "2030-05-01", "The bridge of Lorne closed this week after a lorry hit it.")),
            ("b.md", Shelves.Dated("Bridge of Lorne again", "2031-05-01", "Ice closed the bridge of Lorne on Monday for one week.")));

        var (answer, _) = await bot.AskAsync(new Question("What closed the bridge of Lorne this week?") { Asked = Published });

        Assert.Equal("b", Assert.IsType<Answer.Answered>(answer).Citations[0].Article.Slug);
    }

    [Fact]
    public async Task Without_a_date_nothing_is_too_old()
    {
        await using var bot = AskedBot.Over(("undated.md", "---\ntitle: Bridge\n---\n\nThe bridge of Lorne was closed by ice.\n"));

        var (answer, _) = await bot.AskAsync(new Question("What closed the bridge of Lorne this week?") { Asked = Published });

        Assert.IsType<Answer.Answered>(answer);
    }
}
