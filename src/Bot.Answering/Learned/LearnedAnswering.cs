using Bot.Answering.Ranking;
using Bot.Answering.Spans;

namespace Bot.Answering.Learned;

/// <summary>What answering without a model has learned from public question sets; each part is a file that a command makes and that says from what.</summary>
/// <param name="Ranking">Which of the sentences found answers.</param>
/// <param name="Confidence">Whether the best of them answers at all.</param>
/// <param name="Spans">Which of its words do so in short.</param>
internal sealed record LearnedAnswering(Forest<Signal> Ranking, Forest<Signal> Confidence, Forest<SpanFeature> Spans)
{
    /// <summary>The file of <see cref="Ranking"/>.</summary>
    public const string RankingFile = "ranking.json";

    /// <summary>The file of <see cref="Confidence"/>.</summary>
    public const string ConfidenceFile = "confidence.json";

    /// <summary>The file of <see cref="Spans"/>.</summary>
    public const string SpansFile = "spans.json";

    /// <summary>Nothing is learned yet: all sentences are equal.</summary>
    public static LearnedAnswering None { get; } = new(Forest<Signal>.Empty, Forest<Signal>.Empty, Forest<SpanFeature>.Empty);

    /// <summary>What is shipped with the program.</summary>
    public static LearnedAnswering Shipped() =>
        Read(name => typeof(LearnedAnswering).Assembly.GetManifestResourceStream($"Learned.{name}")!);

    /// <summary>What a folder's files say.</summary>
    public static LearnedAnswering In(string folder) => Read(name => File.OpenRead(Path.Combine(folder, name)));

    private static LearnedAnswering Read(Func<string, Stream> open)
    {
        using Stream ranking = open(RankingFile), confidence = open(ConfidenceFile), spans = open(SpansFile);
        return new(Forest<Signal>.Read(ranking), Forest<Signal>.Read(confidence), Forest<SpanFeature>.Read(spans));
    }
}
