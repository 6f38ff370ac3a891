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

    // A whole level at a time: one pass over the rows fills the histograms of all its nodes.
    private void Grow(Rows rows, int[] among, double[] gradients, double[] hessians, double[] scores, List<int> feature, List<float> threshold, List<int> next)
    {
        var nodeOf = new int[rows.Count];
        var bins = new int[1 << (Depth + 1)];
        var first = feature.Count;
        AddLeaf();
        var (level, count) = (0, 1);
        for (var depth = 0; depth < Depth && count > 0; depth++)
        {
            var histograms = new Histograms(count, rows.Features);
            histograms.Fill(rows, gradients, hessians, nodeOf, level);
            var grown = feature.Count - first;
            for (var node = 0; node < count; node++)
            {
                if (histograms.Split(node, among, rows.Edges, Ridge, LeastInLeaf) is { } split)
                {
                    var at = first + level + node;
                    bins[level + node] = split.Bin;
                    (feature[at], threshold[at], next[at]) = (split.Feature, rows.Edges[split.Feature][split.Bin], feature.Count);
                    AddLeaf();
                    AddLeaf();
                }
            }

            for (var row = 0; row < rows.Count; row++)
            {
                var at = first + nodeOf[row];
                if (nodeOf[row] >= level && feature[at] >= 0)
                {
                    nodeOf[row] = next[at] - first + (rows[row][feature[at]] <= bins[nodeOf[row]] ? 0 : 1);
                }
            }

            (level, count) = (grown, feature.Count - first - grown);
        }

        SetLeaves(nodeOf, gradients, hessians, scores, first, feature, threshold);

        void AddLeaf()
        {
            feature.Add(-1);
            threshold.Add(0);
            next.Add(0);
        }
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
}
