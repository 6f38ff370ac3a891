using Bot.Answering.Answers;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>Articles whose headings ask what readers ask: what stands under one answers, in whatever words.</summary>
public sealed class ExplainerTests
{
    private static readonly (string Name, string Text) Vaccine = ("vaccine.md", Shelves.Dated("What to know about the new marsh fever vaccine", "2031-05-03", """
        The health ministry of Norvia on Thursday recommended a new vaccine against marsh fever, known as MF4.

        ## Is it safe?

        Most children had a sore arm, and one in ten had a temperature. All recovered within two days.

        ## How much does it cost?

        Each dose will cost less than 4 crowns. The older vaccine is about 10 crowns a dose.

        ## Will it replace nets?

        No. The ministry says the vaccine should be used together with nets.

        ## Side effects

        Seven of the 9,000 in the trial fainted.

        ## What do critics say?

        Some doctors hold that protection fades too fast. They want data over five years.
        """));

    [Theory]
    [InlineData("Is the vaccine safe?", "Most children had a sore arm")]
    [InlineData("Is MF4 safe?", "Most children had a sore arm")]
    [InlineData("How much does the vaccine cost?", "Each dose will cost less than 4 crowns.")]
    [InlineData("Does the vaccine replace nets?", "No.")]
    [InlineData("What are the side effects?", "Seven of the 9,000")]
    [InlineData("What do critics say?", "Some doctors hold")]
    public async Task What_a_heading_asks_is_answered_by_what_stands_right_under_it(string question, string words)
    {
        var answered = Assert.IsType<Answer.Answered>(await AskAsync(question));

        Assert.StartsWith(words, answered.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_no_is_followed_by_the_sentence_that_says_more()
    {
        var answered = Assert.IsType<Answer.Answered>(await AskAsync("Will it replace nets?"));

        Assert.StartsWith("The ministry says the vaccine should be used together", answered.Citations[1].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Why is the vaccine safe?")]
    [InlineData("Is the vaccine safe for goats?")]
    [InlineData("Is Tarn safe?")]
    public async Task What_a_heading_does_not_ask_is_not_answered_for_it(string question) =>
        Assert.False(await AskAsync(question) is Answer.Answered { Citations: [{ Quote: var quote }, ..] } && quote.StartsWith("Most children", StringComparison.Ordinal));

    [Theory]
    [InlineData("Is she writing a new book?", "Yes, a crime novel")]
    [InlineData("Does she read her critics?", "Never.")]
    [InlineData("When did she start to write?", "At night, on the ward, in 2009.")]
    public async Task What_an_interviewer_asks_is_answered_by_the_reply(string question, string words)
    {
        await using var bot = AskedBot.Over(("interview.md", Shelves.Dated("An hour with Lena Haas", "2031-05-18", """
            Lena Haas won this year's Marlowe Prize for her third novel. She spoke to us in Tarn.

            **You worked as a nurse for 12 years. When did you start to write?**

            At night, on the ward, in 2009. I wrote on the backs of temperature charts.

            **Are you writing a new book?**

            Yes, a crime novel, but it will not be out before 2033. My publisher does not know that yet.

            **Do you read your critics?**

            Never. My husband reads them and hides the bad ones.
            """)));

        var (answer, _) = await bot.AskAsync(question);

        Assert.StartsWith(words, Assert.IsType<Answer.Answered>(answer).Citations[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_an_article_answers_nothing()
    {
        await using var bot = AskedBot.Over(("tram.md", Shelves.Dated("The tram", "2031-05-18", "When will the Hallow tram reopen? Nobody at the town hall would tell us on Monday.")));

        var (answer, _) = await bot.AskAsync("When will the Hallow tram reopen?");

        Assert.False(answer is Answer.Answered { Citations: [{ Quote: var quote }, ..] } && quote.EndsWith('?'));
    }

    private static async Task<Answer> AskAsync(string question)
    {
        await using var bot = AskedBot.Over(Vaccine);
        return (await bot.AskAsync(question)).Answer;
    }
}
