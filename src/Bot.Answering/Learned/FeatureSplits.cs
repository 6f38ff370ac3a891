namespace Bot.Answering.Learned;

/// <summary>All splits of a forest that look at one feature, the least threshold first.</summary>
/// <param name="feature">Where vectors have the feature.</param>
/// <param name="splits">Its splits, in order.</param>
internal sealed class FeatureSplits(int feature, Split[] splits)
{
    public int Feature => feature;

    /// <summary>Cuts off what a value is beyond.</summary>
    /// <param name="value">The value.</param>
    /// <param name="from">The first split not yet looked at.</param>
    /// <param name="left">The leaves left of each tree.</param>
    /// <returns>The first split that the value is not beyond.</returns>
    public int Cut(double value, int from, Span<ulong> left)
    {
        while (from < splits.Length && splits[from].Threshold < value)
        {
            left[splits[from].Tree] &= splits[from].Keeps;
            from++;
        }

        return from;
    }

    /// <summary>Whether a split from one on tells values apart of which this is the greatest.</summary>
    public bool Tells(int from, double most) => from < splits.Length && splits[from].Threshold < most;
}

/// <summary>Where a tree parts vectors in two.</summary>
/// <param name="Threshold">Up to which value a vector stays on the near side.</param>
/// <param name="Tree">The tree.</param>
/// <param name="Keeps">Its leaves that a vector beyond may still lead to.</param>
internal readonly record struct Split(double Threshold, int Tree, ulong Keeps);
