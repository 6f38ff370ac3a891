namespace Bot.Evaluation.Training;

/// <summary>The derivatives of the rows in one node of a tree, summed by bin of each feature that the tree looks at.</summary>
internal sealed class Histogram
{
    private const int Width = 2 * Rows.Bins;

    // First and second derivative by turns, feature by feature.
    private readonly double[] _sums;

    private Histogram(int features) => _sums = new double[features * Width];

    /// <summary>Sums some rows.</summary>
    public static Histogram Of(Rows rows, ReadOnlySpan<int> some, ReadOnlySpan<int> among, double[] gradients, double[] hessians)
    {
        var histogram = new Histogram(among.Length);
        var sums = histogram._sums;
        foreach (var row in some)
        {
            var bins = rows[row];
            var (gradient, hessian) = (gradients[row], hessians[row]);
            for (var place = 0; place < among.Length; place++)
            {
                var at = (place * Width) + (2 * bins[among[place]]);
                sums[at] += gradient;
                sums[at + 1] += hessian;
            }
        }

        return histogram;
    }

    /// <summary>Takes a part of the rows out (Ke et al., LightGBM, 2017: of two siblings only the smaller one is summed).</summary>
    public Histogram Without(Histogram part)
    {
        for (var at = 0; at < _sums.Length; at++)
        {
            _sums[at] -= part._sums[at];
        }

        return this;
    }

    /// <summary>The split that gains most; <see langword="null"/> when none gains.</summary>
    public (int Feature, int Bin)? Split(ReadOnlySpan<int> among, float[][] edges, double ridge, double leastInLeaf)
    {
        (int, int)? best = null;
        var most = 1e-6;
        for (var place = 0; place < among.Length; place++)
        {
            var sums = _sums.AsSpan(place * Width, Width);
            double all = 0, allSecond = 0, left = 0, leftSecond = 0;
            for (var at = 0; at < Width; at += 2)
            {
                all += sums[at];
                allSecond += sums[at + 1];
            }

            var whole = all * all / (allSecond + ridge);
            for (var bin = 0; bin < edges[among[place]].Length; bin++)
            {
                left += sums[2 * bin];
                leftSecond += sums[(2 * bin) + 1];
                var (right, rightSecond) = (all - left, allSecond - leftSecond);
                var gain = (left * left / (leftSecond + ridge)) + (right * right / (rightSecond + ridge)) - whole;
                if (gain > most && leftSecond >= leastInLeaf && rightSecond >= leastInLeaf)
                {
                    (most, best) = (gain, (among[place], bin));
                }
            }
        }

        return best;
    }
}
