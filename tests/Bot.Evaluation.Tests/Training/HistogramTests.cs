using Bot.Evaluation.Training;

namespace Bot.Evaluation.Tests.Training;

public sealed class HistogramTests
{
    private const int Count = 200;

    private static readonly int[] Both = [0, 1];

    private readonly Rows _rows;
    private readonly double[] _gradients;
    private readonly double[] _hessians = [.. Enumerable.Repeat(1.0, Count)];

    public HistogramTests()
    {
        var random = new Random(11);
        _rows = new Rows([.. Enumerable.Range(0, Count * 2).Select(_ => random.NextSingle())], 2);
        _gradients = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() - 0.5)];
    }

    [Fact]
    public void What_is_left_without_a_part_is_what_the_rest_would_sum_to()
    {
        int[] all = [.. Enumerable.Range(0, Count)], part = all[..60], rest = all[60..];

        var left = Of(all).Without(Of(part));

        Assert.Equal(Of(rest).Split(Both, _rows.Edges, 1, 5), left.Split(Both, _rows.Edges, 1, 5));
        Assert.NotEqual(Of(all).Split(Both, _rows.Edges, 1, 5), left.Split(Both, _rows.Edges, 1, 5));
    }

    [Fact]
    public void A_feature_that_is_not_looked_at_splits_nothing()
    {
        int[] all = [.. Enumerable.Range(0, Count)];

        Assert.Equal(1, Histogram.Of(_rows, all, [1], _gradients, _hessians).Split([1], _rows.Edges, 1, 5)!.Value.Feature);
        Assert.Equal(0, Histogram.Of(_rows, all, [0], _gradients, _hessians).Split([0], _rows.Edges, 1, 5)!.Value.Feature);
    }

    private Histogram Of(int[] some) => Histogram.Of(_rows, some, Both, _gradients, _hessians);
}
