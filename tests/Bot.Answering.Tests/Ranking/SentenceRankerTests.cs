using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.Pipeline;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Ranking;

public sealed class SentenceRankerTests
{
    [Theory]
    [InlineData("When was the picture of Ada Voss taken?", 0)]
    [InlineData("When was the statue of Ada Voss made?", 1)]
    public async Task A_caption_is_the_picture_that_is_asked_about(string question, int missing)
    {
        await using var bot = AskedBot.Over(Shelves.LighthouseFile);
        using var snapshot = bot.Knowledge.Acquire();
        var read = QuestionReader.Read(question, "en");

        var ranked = new SentenceRanker(snapshot, LearnedAnswering.None).Rank(read, snapshot.Search(new PassageQuery(read.Text), TestContext.Current.CancellationToken));

        Assert.Equal(missing, ranked.First(sentence => sentence.Hit.Passage.Kind == PassageKind.Caption && sentence.Hit.Text.StartsWith("Ada Voss", StringComparison.Ordinal)).Signals[Signal.MissingWords]);
    }
}
