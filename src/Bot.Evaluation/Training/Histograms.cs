namespace Bot.Evaluation.Training;

/// <summary>The derivatives of the rows in each node of one level of a tree, summed by feature and bin.</summary>
internal sealed class Histograms(int nodes, int features)
{
    private readonly double[] _sums = new double[nodes * features * Rows.Bins];
    private readonly double[] _seconds = new double[nodes * features * Rows.Bins];

    /// <summary>Adds the rows that have come to the level, whose first node is <paramref name="level"/>.</summary>
    public void Fill(Rows rows, double[] gradients, double[] hessians, int[] nodeOf, int level)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var node = nodeOf[row] - level;
            if (node < 0)
            {
                continue;
            }

            var (gradient, hessian) = (gradients[row], hessians[row]);
            var at = node * features * Rows.Bins;
            foreach (var bin in rows[row])
            {
                _sums[at + bin] += gradient;
                _seconds[at + bin] += hessian;
                at += Rows.Bins;
            }
        }
    }

    /// <summary>The split of a node that gains most among some features; <see langword="null"/> when none gains.</summary>
    public (int Feature, int Bin)? Split(int node, ReadOnlySpan<int> among, float[][] edges, double ridge, double leastInLeaf)
    {
        (int, int)? best = null;
        var most = 1e-6;
        foreach (var feature in among)
        {
            var at = ((node * features) + feature) * Rows.Bins;
            double all = 0, allSecond = 0, left = 0, leftSecond = 0;
            for (var bin = 0; bin < Rows.Bins; bin++)
            {
                all += _sums[at + bin];
                allSecond += _seconds[at + bin];
            }

            var whole = all * all / (allSecond + ridge);
            for (var bin = 0; bin < edges[feature].Length; bin++)
            {
                left += _sums[at + bin];
                leftSecond += _seconds[at + bin];
                var (right, rightSecond) = (all - left, allSecond - leftSecond);
                var gain = (left * left / (leftSecond + ridge)) + (right * right / (rightSecond + ridge)) - whole;
                if (gain > most && leftSecond >= leastInLeaf && rightSecond >= leastInLeaf)
                {
                    (most, best) = (gain, (feature, bin));
                }
            }
        }

        return best;
    }
}
