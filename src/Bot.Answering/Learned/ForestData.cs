using System.Text.Json.Serialization;

namespace Bot.Answering.Learned;

/// <summary>A learned forest as its file has it, with where it comes from.</summary>
/// <param name="Trained">The day it was trained.</param>
/// <param name="On">The question sets, and how many questions of each.</param>
/// <param name="With">How it was trained.</param>
/// <param name="Result">What questions that were held back showed.</param>
/// <param name="Features">What its trees look at, by name.</param>
/// <param name="Bias">What every score begins with.</param>
/// <param name="Roots">Where each tree begins in the three arrays that follow.</param>
/// <param name="Feature">For each node which of <paramref name="Features"/> it looks at; −1 for a leaf.</param>
/// <param name="Threshold">Up to which value a node goes to <paramref name="Next"/>, and beyond it to the node after that; a leaf's own value.</param>
/// <param name="Next">The nearer of a node's two children.</param>
internal sealed record ForestData(
    string Trained, string On, string With, string Result, string[] Features, double Bias, int[] Roots, int[] Feature, float[] Threshold, int[] Next);

[JsonSerializable(typeof(ForestData))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ForestJson : JsonSerializerContext;
