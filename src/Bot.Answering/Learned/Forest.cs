using System.Text.Json;

namespace Bot.Answering.Learned;

/// <summary>Gradient-boosted regression trees (Friedman, 2001), walked as plain arrays.</summary>
/// <typeparam name="TFeature">What the trees look at: the names in the file are its members', so that members may be added or moved.</typeparam>
internal sealed class Forest<TFeature>
    where TFeature : struct, Enum
{
    private readonly ForestData _data;
    private readonly int[] _feature;

    public Forest(ForestData data)
    {
        var index = data.Features.Select(name => Convert.ToInt32(Enum.Parse<TFeature>(name), System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        _data = data;
        _feature = [.. data.Feature.Select(feature => feature < 0 ? feature : index[feature])];
    }

    /// <summary>No trees at all.</summary>
    public static Forest<TFeature> Empty { get; } = new(new ForestData("", "", "", "", [], 0, [], [], [], []));

    /// <summary>Reads a forest's file.</summary>
    public static Forest<TFeature> Read(Stream stream) => new(JsonSerializer.Deserialize(stream, ForestJson.Default.ForestData)!);

    /// <summary>The sum of the leaves that a vector of all features leads to.</summary>
    public double Score(ReadOnlySpan<double> vector)
    {
        var score = _data.Bias;
        foreach (var root in _data.Roots)
        {
            var node = root;
            while (_feature[node] is >= 0 and var feature)
            {
                node = _data.Next[node] + (vector[feature] <= _data.Threshold[node] ? 0 : 1);
            }

            score += _data.Threshold[node];
        }

        return score;
    }
}
