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

    private static async Task<Answer> Ask(string asked, string said, string followUp)
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);
        var (answer, _) = await bot.AskAsync(new Question(followUp) { History = [new(TurnRole.Reader, asked), new(TurnRole.Bot, said)] });
        return answer;
    }
}
