using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.Pipeline;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Ranking;

/// <summary>What an article is about tells none of its sentences from another.</summary>
public sealed class LocalSignalsTests : IAsyncDisposable
{
    private readonly AskedBot _bot = AskedBot.Over(
        ("mill.md", Shelves.Dated("Weir End", "2031-05-01", "The mill at Lorne grinds rye. The mill at Lorne has two stones. The mill at Lorne was roofed by Ada Lind. It cost ninety crowns.")),
        ("ferry.md", Shelves.Dated("The ferry", "2031-05-02", "The ferry Ada sails at noon. It carries rye, stones and letters. Few take it in winter. Nobody paints it.")));

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public void A_word_counts_by_its_rarity_in_the_article_itself()
    {
        var (said, unsaid) = (Read("Who roofed the mill at Lorne?", "by Ada Lind"), Read("Who thatched the mill at Lorne?", "by Ada Lind"));

        Assert.Equal((1, 1, 0), (said[Signal.LocalCoverage], said[Signal.LocalContext], said[Signal.LocalOutside]));
        Assert.True(unsaid[Signal.LocalCoverage] < unsaid[Signal.Coverage], "The mill and Lorne are rare elsewhere.");
        Assert.True(unsaid[Signal.LocalOutside] > 0);
    }

    [Fact]
    public void What_the_title_names_counts_beside_the_sentence()
    {
        var signals = Read("How many stones are at Weir End?", "two stones");

        Assert.Equal(1, signals[Signal.LocalTitled]);
        Assert.InRange(signals[Signal.LocalCoverage], 0.1, 0.9);
    }

    [Fact]
    public void What_the_sentence_before_has_counts_beside_the_sentence()
    {
        var signals = Read("How many crowns did Lind cost?", "ninety crowns");

        Assert.Equal(1, signals[Signal.LocalBefore]);
        Assert.InRange(signals[Signal.LocalCoverage], 0.1, 0.9);
    }

    private Signals Read(string question, string sentence)
    {
        using var snapshot = _bot.Knowledge.Acquire();
        var read = QuestionReader.Read(question, "en");
        var hits = snapshot.Search(new PassageQuery(question), CancellationToken.None);
        return new SentenceRanker(snapshot, LearnedAnswering.None).Read(read, hits).Single(each => each.Hit.Text.Contains(sentence, StringComparison.Ordinal)).Signals;
    }
}
