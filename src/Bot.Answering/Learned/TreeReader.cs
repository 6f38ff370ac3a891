using System.Globalization;

namespace Bot.Answering.Learned;

/// <summary>Reads one tree of a forest's file: its leaves from the nearest to the farthest, and what each split leaves of them.</summary>
internal sealed class TreeReader
{
    // As many as a number has bits.
    private const int MostLeaves = 64;

    private readonly ForestData _data;
    private readonly int _tree;

    /// <param name="data">The file.</param>
    /// <param name="root">Where the tree begins.</param>
    /// <param name="tree">Its number.</param>
    public TreeReader(ForestData data, int root, int tree)
    {
        (_data, _tree) = (data, tree);
        Read(root);
        if (Leaves.Count > MostLeaves)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Tree {tree} has {Leaves.Count} leaves, and {MostLeaves} is the most: train trees of a depth up to 6."));
        }
    }

    public List<float> Leaves { get; } = [];

    public List<(int Feature, Split Split)> Splits { get; } = [];

    private void Read(int node)
    {
        if (_data.Feature[node] < 0)
        {
            Leaves.Add(_data.Threshold[node]);
            return;
        }

        var first = Leaves.Count;
        Read(_data.Next[node]);
        var near = 0UL;
        for (var leaf = first; leaf < Leaves.Count; leaf++)
        {
            near |= 1UL << leaf;
        }

        Splits.Add((_data.Feature[node], new(_data.Threshold[node], _tree, ~near)));
        Read(_data.Next[node] + 1);
    }
}
