namespace Bot.Evaluation.Training;

/// <summary>Vectors to learn from, each feature's values sorted into at most 64 bins.</summary>
internal sealed class Rows
{
    public const int Bins = 64;

    private readonly byte[] _bins;

    /// <param name="vectors">The vectors, one after the other.</param>
    /// <param name="features">How many features each has.</param>
    public Rows(float[] vectors, int features)
    {
        (Features, Count) = (features, vectors.Length / features);
        _bins = new byte[vectors.Length];
        Edges = new float[features][];
        for (var feature = 0; feature < features; feature++)
        {
            var column = new float[Count];
            for (var row = 0; row < Count; row++)
            {
                column[row] = vectors[(row * features) + feature];
            }

            Edges[feature] = EdgesOf(column);
            for (var row = 0; row < Count; row++)
            {
                var at = Array.BinarySearch(Edges[feature], column[row]);
                _bins[(row * features) + feature] = (byte)(at < 0 ? ~at : at);
            }
        }
    }

    public int Count { get; }

    public int Features { get; }

    /// <summary>For each feature the greatest value of each bin but the last.</summary>
    public float[][] Edges { get; }

    /// <summary>The bins of a row, feature by feature.</summary>
    public ReadOnlySpan<byte> this[int row] => _bins.AsSpan(row * Features, Features);

    // Halfway between two values, so that a value that was never seen falls to the nearer one.
    private static float[] EdgesOf(float[] values)
    {
        var column = values.Order().ToArray();
        var edges = new List<float>(Bins);
        for (var bin = 1; bin < Bins; bin++)
        {
            var at = (int)((long)bin * column.Length / Bins);
            if (at > 0 && NextBelow(column, at) is { } below && (edges.Count == 0 || below > edges[^1]))
            {
                edges.Add(below);
            }
        }

        return [.. edges];
    }

    private static float? NextBelow(float[] sorted, int at)
    {
        var value = sorted[at];
        var first = at;
        while (first > 0 && sorted[first - 1] == value)
        {
            first--;
        }

        return first == 0 ? null : (sorted[first - 1] + value) / 2;
    }
}
