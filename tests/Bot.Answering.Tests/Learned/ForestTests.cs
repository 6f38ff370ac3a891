using Bot.Answering.Learned;
using Bot.Answering.Ranking;

namespace Bot.Answering.Tests.Learned;

public sealed class ForestTests
{
    // If coverage is at most ½: −1, else by place: at most 3: 2, else 1. A second tree always adds ¼.
    private static readonly ForestData Data = new(
        "", "", "", "", ["Place", "Coverage"], Bias: 0.5, Roots: [0, 5], Feature: [1, -1, 0, -1, -1, -1], Threshold: [0.5f, -1, 3, 2, 1, 0.25f], Next: [1, 0, 3, 0, 0, 0]);

    [Theory]
    [InlineData(0.5, 0, -0.25)]
    [InlineData(0.6, 3, 2.75)]
    [InlineData(0.6, 4, 1.75)]
    public void The_leaves_of_all_trees_add_up(double coverage, double place, double score) =>
        Assert.Equal(score, new Forest<Signal>(Data).Score(new Signals { [Signal.Coverage] = coverage, [Signal.Place] = place }.Vector), 6);

    [Fact]
    public void A_feature_that_is_no_longer_known_is_an_error() =>
        Assert.Throws<ArgumentException>(() => new Forest<Signal>(Data with { Features = ["Place", "Gone"] }));

    [Fact]
    public void What_is_shipped_can_be_read_and_says_where_it_comes_from()
    {
        Assert.NotNull(LearnedAnswering.Shipped());
        foreach (var name in new[] { LearnedAnswering.RankingFile, LearnedAnswering.AboutFile, LearnedAnswering.StatedFile, LearnedAnswering.SpansFile })
        {
            using var stream = typeof(LearnedAnswering).Assembly.GetManifestResourceStream($"Learned.{name}")!;
            var data = System.Text.Json.JsonSerializer.Deserialize(stream, ForestJson.Default.ForestData)!;
            Assert.All(new[] { data.Trained, data.On, data.With, data.Result }, words => Assert.NotEmpty(words));
            Assert.DoesNotContain("news", data.On, StringComparison.Ordinal);
        }
    }
}
