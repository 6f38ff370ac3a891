using System.Text.Json;

namespace Bot.Answering.Learned;

/// <summary>Gradient-boosted regression trees (Friedman, 2001), walked as one plain array.</summary>
/// <typeparam name="TFeature">What the trees look at: the names in the file are its members', so that members may be added or moved.</typeparam>
internal sealed class Forest<TFeature>
    where TFeature : struct, Enum
{
    private readonly double _bias;
    private readonly int[] _roots;
    private readonly Node[] _nodes;

    public Forest(ForestData data)
    {
        var index = data.Features.Select(name => Convert.ToInt32(Enum.Parse<TFeature>(name), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        (_bias, _roots) = (data.Bias, data.Roots);
        _nodes = [.. data.Feature.Select((feature, at) => new Node(feature < 0 ? feature : index[feature], data.Threshold[at], data.Next[at]))];
    }

    /// <summary>No trees at all.</summary>
    public static Forest<TFeature> Empty { get; } = new(new ForestData("", "", "", "", [], 0, [], [], [], []));

    /// <summary>Reads a forest's file.</summary>
    public static Forest<TFeature> Read(Stream stream) => new(JsonSerializer.Deserialize(stream, ForestJson.Default.ForestData)!);

    /// <summary>The sum of the leaves that a vector of all features leads to.</summary>
    public double Score(ReadOnlySpan<double> vector)
    {
        var score = _bias;
        var nodes = _nodes;
        foreach (var root in _roots)
        {
            var node = nodes[root];
            while (node.Feature >= 0)
            {
                node = nodes[node.Next + (vector[node.Feature] <= node.Threshold ? 0 : 1)];
            }

            score += node.Threshold;
        }

        return score;
    }

    /// <summary>How likely what it was taught holds, 0 to 1, when it was taught by the logistic loss.</summary>
    public double Chance(ReadOnlySpan<double> vector) => 1 / (1 + Math.Exp(-Score(vector)));

    // What is looked at together lies together: walking thousands of nodes is mostly waiting for memory.
    private readonly record struct Node(int Feature, float Threshold, int Next);
}
