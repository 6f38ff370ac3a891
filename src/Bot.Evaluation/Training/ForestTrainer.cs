using Bot.Answering.Learned;
using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Training;

/// <summary>Grows gradient-boosted trees over binned rows (Chen and Guestrin, XGBoost, 2016): without chance, so that the same rows give the same trees.</summary>
internal sealed class ForestTrainer
{
    private const int Parts = 1000;

    public int Trees { get; init; } = 200;

    public int Depth { get; init; } = 4;

    public double Rate { get; init; } = 0.1;

    /// <summary>Added to a leaf's second derivatives: holds leaves of few rows back.</summary>
    public double Ridge { get; init; } = 5;

    /// <summary>The least sum of second derivatives on each side of a split.</summary>
    public double LeastInLeaf { get; init; } = 5;

    /// <summary>The share of the features that each tree looks at, others in turn (Ho, The random subspace method, 1998): so no few features carry all trees.</summary>
    public double Looks { get; init; } = 1;

    /// <summary>In words, for the file.</summary>
    public string Description => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Trees} trees of depth {Depth}, rate {Rate}, ridge {Ridge}, at least {LeastInLeaf} in a leaf, each looks at {Looks:0%} of the features");

    /// <summary>Trains on rows whose features have these names.</summary>
    public ForestData Train(Rows rows, string[] names, Objective objective, CancellationToken cancellationToken)
    {
        double[] scores = new double[rows.Count], gradients = new double[rows.Count], hessians = new double[rows.Count];
        List<int> roots = [], feature = [], next = [];
        List<float> threshold = [];
        for (var tree = 0; tree < Trees; tree++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            objective.Derive(scores, gradients, hessians);
            roots.Add(feature.Count);
            Grow(rows, Among(names, tree), gradients, hessians, scores, feature, threshold, next);
        }

        return new("", "", Description, "", names, 0, [.. roots], [.. feature], [.. threshold], [.. next]);
    }

    // By their names and the tree's number, so that it is no chance.
    private int[] Among(string[] names, int tree) =>
        [.. Enumerable.Range(0, names.Length).Where(at => Seed.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tree} {names[at]} {tree}")) % Parts < Looks * Parts)];

    // A whole level at a time; the rows of a node stand together in their order.
    private void Grow(Rows rows, int[] among, double[] gradients, double[] hessians, double[] scores, List<int> feature, List<float> threshold, List<int> next)
    {
        var nodeOf = new int[rows.Count];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        var first = feature.Count;
        List<Node> level = [new(AddLeaf(), 0, rows.Count, Histogram.Of(rows, order, among, gradients, hessians))];
        for (var depth = 1; depth <= Depth; depth++)
        {
            List<Node> below = [];
            foreach (var node in level)
            {
                if (node.Sums.Split(among, rows.Edges, Ridge, LeastInLeaf) is not { } split)
                {
                    continue;
                }

                var (near, far) = (AddLeaf(), AddLeaf());
                (feature[node.At], threshold[node.At], next[node.At]) = (split.Feature, rows.Edges[split.Feature][split.Bin], near);
                var middle = node.From + Part(rows, order.AsSpan(node.From..node.Before), split);
                for (var at = node.From; at < node.Before; at++)
                {
                    nodeOf[order[at]] = (at < middle ? near : far) - first;
                }

                if (depth < Depth)
                {
                    var isNearSmaller = middle - node.From <= node.Before - middle;
                    var smaller = Histogram.Of(rows, isNearSmaller ? order.AsSpan(node.From..middle) : order.AsSpan(middle..node.Before), among, gradients, hessians);
                    var larger = node.Sums.Without(smaller);
                    below.Add(new(near, node.From, middle, isNearSmaller ? smaller : larger));
                    below.Add(new(far, middle, node.Before, isNearSmaller ? larger : smaller));
                }
            }

            level = below;
        }

        SetLeaves(nodeOf, gradients, hessians, scores, first, feature, threshold);

        int AddLeaf()
        {
            feature.Add(-1);
            threshold.Add(0);
            next.Add(0);
            return feature.Count - 1;
        }
    }

    // The rows on the near side of a split first, each side in the order it had; how many these are.
    private static int Part(Rows rows, Span<int> order, (int Feature, int Bin) split)
    {
        var far = new List<int>(order.Length);
        var near = 0;
        foreach (var row in order)
        {
            if (rows[row][split.Feature] <= split.Bin)
            {
                order[near++] = row;
            }
            else
            {
                far.Add(row);
            }
        }

        far.CopyTo(order[near..]);
        return near;
    }

    private void SetLeaves(int[] nodeOf, double[] gradients, double[] hessians, double[] scores, int first, List<int> feature, List<float> threshold)
    {
        double[] sums = new double[feature.Count - first], seconds = new double[feature.Count - first];
        for (var row = 0; row < nodeOf.Length; row++)
        {
            sums[nodeOf[row]] += gradients[row];
            seconds[nodeOf[row]] += hessians[row];
        }

        for (var node = 0; node < sums.Length; node++)
        {
            if (feature[first + node] < 0)
            {
                threshold[first + node] = (float)(-Rate * sums[node] / (seconds[node] + Ridge));
            }
        }

        for (var row = 0; row < nodeOf.Length; row++)
        {
            scores[row] += threshold[first + nodeOf[row]];
        }
    }

    // A node of the level, with its rows.
    private sealed record Node(int At, int From, int Before, Histogram Sums);
}
