using Bot.Answering.Ranking;

namespace Bot.Evaluation.Training;

/// <summary>The signals that a forest looks at, as rows.</summary>
internal static class Vectors
{
    public static Rows Of(IEnumerable<Signals> signals, Signal[] features) =>
        new([.. signals.SelectMany(each => features.Select(feature => (float)each[feature]))], features.Length);

    public static string[] Names(Signal[] features) => [.. features.Select(feature => feature.ToString())];
}
