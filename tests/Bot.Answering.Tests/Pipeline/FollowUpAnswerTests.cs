using Bot.Answering.Answers;
using Bot.Answering.Questions;

namespace Bot.Answering.Tests.Pipeline;

public sealed class FollowUpAnswerTests
{
    [Theory]
    [InlineData("Is the northern pier closed?", "The northern pier remains closed.", "Why?", "because the steel has to come from Tarn")]
    [InlineData("When do ferries to Oskarholm run?", "Ferries to Oskarholm run every morning.", "And to Tarn?", "Ferries to Tarn run only on Mondays")]
    [InlineData("Who is Jonas Brandt?", "Harbour master Jonas Brandt.", "What did he say?", "Jonas Brandt said")]
    [InlineData("Who is Mara Lindqvist?", "Engineer Mara Lindqvist.", "What did she say?", "lights went out,\" engineer Mara Lindqvist said")]
    [InlineData("Is the northern pier open?", "The northern pier remains closed.", "And the southern pier?", "The southern pier is open again")]
    public async Task Finds_the_passage_that_a_follow_up_means(string asked, string said, string followUp, string words)
    {
        var answer = await Ask(asked, said, followUp);

        Assert.Contains(words, Assert.IsType<Answer.Answered>(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drops_the_context_for_a_new_topic()
    {
        var answer = await Ask("Is the northern pier closed?", "The northern pier remains closed.", "How many fishing boats did the storm sink?");

        Assert.StartsWith("The storm sank 14 fishing boats", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_topic_is_answered_as_if_nothing_had_been_said_before()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile, Shelves.LighthouseFile);
        var question = new Question("How many years did Ada Voss tend the lamp of the lighthouse?");

        var (alone, _) = await bot.AskAsync(question);
        var (after, _) = await bot.AskAsync(question with { History = [new(TurnRole.Reader, "Is the northern pier closed?"), new(TurnRole.Bot, "It is.")] });

        Assert.Equal(alone.Text, after.Text);
    }

    [Fact]
    public async Task Does_not_answer_a_follow_up_that_the_article_does_not_answer()
    {
        var answer = await Ask("How many fishing boats did the storm sink?", "The storm sank 14 fishing boats.", "And who insured them?");

        Assert.IsType<Answer.NotStated>(answer);
    }

    [Theory]
    [InlineData("Who is Pavel Renn?", "Pavel Renn, 54, of Ash Grove, admitted 22 counts of fraud.", "How long will he go to prison?", "six years in prison")]
    [InlineData("Who is Pavel Renn?", "Pavel Renn, 54, of Ash Grove, admitted 22 counts of fraud.", "Who caught him?", "He was caught when")]
    [InlineData("Who is Edith Lund?", "Pavel Renn was caught by the daughter of Edith Lund.", "What did she say?", "I don't hate him")]
    [InlineData("What did the lawyer say?", "His lawyer, Dario Shaw, said Renn was ashamed.", "And the judge?", "Judge Helena Cross told Renn")]
    [InlineData("What did the lawyer say?", "His lawyer, Dario Shaw, said Renn was ashamed.", "What about Amy Holt?", "the worst case of its kind")]
    public async Task Says_first_what_the_follow_up_itself_asks(string asked, string said, string followUp, string words)
    {
        await using var bot = AskedBot.Over(Trial);

        var (answer, _) = await bot.AskAsync(new Question(followUp) { History = [new(TurnRole.Reader, asked), new(TurnRole.Bot, said)] });

        Assert.Contains(words, Assert.IsType<Answer.Answered>(answer).Citations[0].Quote, StringComparison.Ordinal);
    }

    private static readonly (string Name, string Text) Trial = ("trial.md", Shelves.Dated("Former bank manager jailed for stealing from customers", "2031-10-08", """
        A former bank manager who stole £380,000 from customers was sentenced to six years in prison at Tarn Crown Court on Thursday.

        Pavel Renn, 54, of Ash Grove, Tarn, admitted 22 counts of fraud. He spent the money on gambling.

        He was caught when the daughter of one victim, Edith Lund, noticed that a savings book had been changed by hand. The bank dismissed him in March 2029 and has repaid all customers.

        Judge Helena Cross told Renn: "They trusted you because you were kind to them. That kindness was a tool."

        His lawyer, Dario Shaw, said Renn was ashamed and had been addicted to gambling since the death of his wife in 2024.

        Detective Amy Holt, who led the investigation, said it was the worst case of its kind she had seen in 18 years.

        Mrs Lund, 88, was in court in a wheelchair. "I don't hate him," she said afterwards. "I would only like to know why."
        """));

    private static async Task<Answer> Ask(string asked, string said, string followUp)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);
        var (answer, _) = await bot.AskAsync(new Question(followUp) { History = [new(TurnRole.Reader, asked), new(TurnRole.Bot, said)] });
        return answer;
    }
}
