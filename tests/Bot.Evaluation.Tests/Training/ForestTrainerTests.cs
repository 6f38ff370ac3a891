using Bot.Answering.Learned;
using Bot.Answering.Ranking;
using Bot.Evaluation.Training;

namespace Bot.Evaluation.Tests.Training;

public sealed class ForestTrainerTests
{
    private const int Count = 600;

    [Fact]
    public void Learns_what_two_features_say_together_and_not_alone()
    {
        var (vectors, right) = Made();

        var forest = Train(vectors, right);

        var agreed = Enumerable.Range(0, Count).Count(at => forest.Score(Vector(vectors, at)) > 0 == right[at]);
        Assert.InRange(agreed, Count * 0.97, Count);
    }

    [Fact]
    public void The_same_rows_give_the_same_trees()
    {
        var (vectors, right) = Made();

        var (one, other) = (Data(vectors, right), Data(vectors, right));

        Assert.Equal(one.Feature, other.Feature);
        Assert.Equal(one.Threshold, other.Threshold);
    }

    [Fact]
    public void Of_each_group_the_right_one_comes_first()
    {
        var (vectors, _) = Made();
        int[] groups = [.. Enumerable.Range(0, (Count / 6) + 1).Select(group => group * 6)];
        var right = new bool[Count];
        foreach (var start in groups.SkipLast(1))
        {
            right[Enumerable.Range(start, 6).MaxBy(at => vectors[at * 2])] = true;
        }

        var objective = new OneOfEach(groups, [.. right.Select(each => each ? 1.0 : 0)], [.. right.Select(_ => true)]);
        var forest = new Forest<Signal>(new ForestTrainer { LeastInLeaf = 1 }.Train(new Rows(vectors, 2), ["Search", "Place"], objective, TestContext.Current.CancellationToken));

        var first = groups.SkipLast(1).Count(start => right[Enumerable.Range(start, 6).MaxBy(at => forest.Score(Vector(vectors, at)))]);
        Assert.InRange(first, 85, 100);
    }

    [Fact]
    public void What_does_not_count_is_neither_right_nor_wrong()
    {
        double[] scores = [0, 0, 0], gradients = new double[3], hessians = new double[3];

        new OneOfEach([0, 3], [1, 0, 0], [true, true, false]).Derive(scores, gradients, hessians);

        Assert.Equal([-0.5, 0.5, 0], gradients);
    }

    [Fact]
    public void What_is_nearly_right_draws_some_of_the_chance()
    {
        double[] scores = [0, 0, 0, 0], gradients = new double[4], hessians = new double[4];

        new OneOfEach([0, 4], [1, 0.25, 0, 0], [true, true, true, true]).Derive(scores, gradients, hessians);

        Assert.Equal([-0.55, 0.05, 0.25, 0.25], gradients.Select(gradient => Math.Round(gradient, 9)));
    }

    [Fact]
    public void Each_tree_looks_at_its_share_of_the_features_and_all_together_at_every_one()
    {
        var (vectors, right) = Made();
        var objective = new EachAlone(right, [.. right.Select(_ => 1.0)]);

        var forest = new ForestTrainer { Trees = 40, Depth = 3, LeastInLeaf = 1, Looks = 0.5 }.Train(new Rows(vectors, 2), ["Search", "Place"], objective, TestContext.Current.CancellationToken);

        var ends = forest.Roots.Skip(1).Append(forest.Feature.Length);
        var looked = forest.Roots.Zip(ends, (start, end) => forest.Feature[start..end].Where(feature => feature >= 0).Distinct().Count()).ToArray();
        Assert.Contains(1, looked);
        Assert.Contains(0, forest.Feature);
        Assert.Contains(1, forest.Feature);
        Assert.True(looked.Count(count => count == 2) < 30, "Most trees see one of the two, or none.");
    }

    // Right is what lies above ½ in exactly one of the two.
    private static (float[] Vectors, bool[] Right) Made()
    {
        var random = new Random(7);
        var vectors = Enumerable.Range(0, Count * 2).Select(_ => random.NextSingle()).ToArray();
        return (vectors, [.. Enumerable.Range(0, Count).Select(at => vectors[at * 2] > 0.5 != vectors[(at * 2) + 1] > 0.5)]);
    }

    private static double[] Vector(float[] vectors, int at) => [vectors[at * 2], vectors[(at * 2) + 1]];

    private static Forest<Signal> Train(float[] vectors, bool[] right) => new(Data(vectors, right));

    private static ForestData Data(float[] vectors, bool[] right) => new ForestTrainer { Trees = 60, Depth = 3 }.Train(
        new Rows(vectors, 2), ["Search", "Place"], new EachAlone(right, [.. right.Select(_ => 1.0)]), TestContext.Current.CancellationToken);
}
