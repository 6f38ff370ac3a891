using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;

namespace Bot.Answering.Learned;

/// <summary>
/// Gradient-boosted regression trees (Friedman, 2001), scored split by split and not tree by tree (Lucchese et al., QuickScorer, 2015): each split
/// that a vector is beyond cuts off the leaves on its near side, and the first leaf left of a tree is the one it leads to.
/// </summary>
/// <typeparam name="TFeature">What the trees look at: the names in the file are its members', so that members may be added or moved.</typeparam>
internal sealed class Forest<TFeature>
    where TFeature : struct, Enum
{
    private const int Parts = 4;

    private readonly double _bias;

    // Where each tree's leaves begin, from the nearest to the farthest.
    private readonly int[] _trees;
    private readonly float[] _leaves;
    private readonly ImmutableArray<FeatureSplits> _features;

    public Forest(ForestData data)
    {
        var index = data.Features.Select(name => Convert.ToInt32(Enum.Parse<TFeature>(name), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var trees = data.Roots.Select((root, at) => new TreeReader(data, root, at)).ToArray();
        (_bias, _leaves) = (data.Bias, [.. trees.SelectMany(tree => tree.Leaves)]);
        _trees = new int[trees.Length];
        for (var at = 1; at < trees.Length; at++)
        {
            _trees[at] = _trees[at - 1] + trees[at - 1].Leaves.Count;
        }

        _features = [.. trees.SelectMany(tree => tree.Splits).GroupBy(split => index[split.Feature], split => split.Split).OrderBy(feature => feature.Key)
            .Select(feature => new FeatureSplits(feature.Key, [.. feature.OrderBy(split => split.Threshold)]))];
    }

    /// <summary>No trees at all.</summary>
    public static Forest<TFeature> Empty { get; } = new(new ForestData("", "", "", "", [], 0, [], [], [], []));

    /// <summary>Reads a forest's file.</summary>
    public static Forest<TFeature> Read(Stream stream) => new(JsonSerializer.Deserialize(stream, ForestJson.Default.ForestData)!);

    /// <summary>The sum of the leaves that a vector of all features leads to.</summary>
    public double Score(ReadOnlySpan<double> vector)
    {
        var left = AllLeaves(1);
        foreach (var feature in _features)
        {
            feature.Cut(vector[feature.Feature], 0, left);
        }

        return Sum(left);
    }

    /// <summary>The scores of many vectors at once: what neighbours have in common is looked at once.</summary>
    public double[] Scores(ReadOnlySpan<double[]> vectors)
    {
        var scores = new double[vectors.Length];
        if (vectors.Length > 0)
        {
            var levels = 2 + (int)Math.Ceiling(Math.Log(vectors.Length, Parts));
            var open = new (int Feature, int From)[_features.Length * levels];
            for (var at = 0; at < _features.Length; at++)
            {
                open[at] = (at, 0);
            }

            Score(vectors, scores, AllLeaves(levels), open, _features.Length);
        }

        return scores;
    }

    /// <summary>How likely what it was taught holds, 0 to 1, when it was taught by the logistic loss.</summary>
    public double Chance(ReadOnlySpan<double> vector) => ChanceOf(Score(vector));

    /// <summary>The same of many vectors at once.</summary>
    public double[] Chances(ReadOnlySpan<double[]> vectors) => Array.ConvertAll(Scores(vectors), ChanceOf);

    private static double ChanceOf(double score) => 1 / (1 + Math.Exp(-score));

    // What all vectors are beyond is cut once, what none is beyond not at all; the parts then differ in less.
    // Both leaves and features have room behind them for what the parts leave of them.
    private void Score(ReadOnlySpan<double[]> vectors, Span<double> scores, Span<ulong> leaves, Span<(int Feature, int From)> features, int among)
    {
        var left = leaves[_trees.Length..];
        var open = features[_features.Length..];
        var count = 0;
        leaves[.._trees.Length].CopyTo(left);
        foreach (var (at, from) in features[..among])
        {
            var feature = _features[at];
            var (least, most) = Range(vectors, feature.Feature);
            var next = feature.Cut(least, from, left);
            if (feature.Tells(next, most))
            {
                open[count++] = (at, next);
            }
        }

        if (vectors.Length == 1 || count == 0)
        {
            scores.Fill(Sum(left));
            return;
        }

        var size = (vectors.Length + Parts - 1) / Parts;
        for (var start = 0; start < vectors.Length; start += size)
        {
            var end = Math.Min(vectors.Length, start + size);
            Score(vectors[start..end], scores[start..end], left, open, count);
        }
    }

    private static (double Least, double Most) Range(ReadOnlySpan<double[]> vectors, int feature)
    {
        var (least, most) = (vectors[0][feature], vectors[0][feature]);
        foreach (var vector in vectors[1..])
        {
            var value = vector[feature];
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return (least, most);
    }

    private ulong[] AllLeaves(int levels)
    {
        var all = new ulong[_trees.Length * levels];
        Array.Fill(all, ulong.MaxValue);
        return all;
    }

    private double Sum(ReadOnlySpan<ulong> left)
    {
        var score = _bias;
        for (var tree = 0; tree < _trees.Length; tree++)
        {
            score += _leaves[_trees[tree] + BitOperations.TrailingZeroCount(left[tree])];
        }

        return score;
    }
}
