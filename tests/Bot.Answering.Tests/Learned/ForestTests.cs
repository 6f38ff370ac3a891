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
    public void Many_are_scored_at_once_as_each_would_be_alone()
    {
        var forest = LearnedAnswering.Shipped().Ranking;
        var vectors = Enumerable.Range(0, 61).Select(at => Signals.Vectors([new()
        {
            [Signal.Coverage] = at / 60.0,
            [Signal.Place] = at % 7,
            [Signal.Names] = at % 2,
            [Signal.Length] = at < 30 ? 12 : 31,
            [Signal.Type] = 0.5,
        }])[0]).ToArray();

        var alone = vectors.Select(vector => forest.Score(vector)).ToArray();

        Assert.Equal(alone, forest.Scores(vectors));
        Assert.True(alone.Distinct().Count() > 10);
        Assert.Equal(alone[..1], forest.Scores(vectors.AsSpan(0, 1)));
        Assert.Empty(forest.Scores([]));
    }

    [Fact]
    public void A_tree_of_too_many_leaves_is_an_error_that_names_it()
    {
        // Each node's nearer child is a leaf.
        var (nodes, splits) = (Enumerable.Range(0, 129), 64);
        var data = Data with
        {
            Roots = [0],
            Feature = [.. nodes.Select(at => at % 2 == 0 && at < 2 * splits ? 0 : -1)],
            Threshold = [.. nodes.Select(at => (float)at)],
            Next = [.. nodes.Select(at => at % 2 == 0 && at < 2 * splits ? at + 1 : 0)],
        };

        var error = Assert.Throws<InvalidDataException>(() => new Forest<Signal>(data));

        Assert.Equal("Tree 0 has 65 leaves, and 64 is the most: train trees of a depth up to 6.", error.Message);
    }

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
