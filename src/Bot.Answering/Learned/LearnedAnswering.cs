using System.Collections.Immutable;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;

namespace Bot.Answering.Learned;

/// <summary>What answering without a model has learned from public question sets; each part is a file that a command makes and that says from what.</summary>
/// <param name="Ranking">Which of the sentences found answers.</param>
/// <param name="About">Whether the best of them is about what is asked.</param>
/// <param name="Stated">Whether it then says it.</param>
/// <param name="Spans">Which of its words do so in short.</param>
internal sealed record LearnedAnswering(Forest<Signal> Ranking, Forest<Signal> About, Forest<Signal> Stated, Forest<SpanFeature> Spans)
{
    /// <summary>The file of <see cref="Ranking"/>.</summary>
    public const string RankingFile = "ranking.json";

    /// <summary>The file of <see cref="About"/>.</summary>
    public const string AboutFile = "about.json";

    /// <summary>The file of <see cref="Stated"/>.</summary>
    public const string StatedFile = "stated.json";

    /// <summary>The file of <see cref="Spans"/>.</summary>
    public const string SpansFile = "spans.json";

    /// <summary>Nothing is learned yet: all sentences are equal.</summary>
    public static LearnedAnswering None { get; } = new(Forest<Signal>.Empty, Forest<Signal>.Empty, Forest<Signal>.Empty, Forest<SpanFeature>.Empty);

    // Read once: it never changes, and whoever starts many in one process would read half a megabyte each time.
    private static readonly Lazy<LearnedAnswering> OfProgram = new(() => Read(name => typeof(LearnedAnswering).Assembly.GetManifestResourceStream($"Learned.{name}")!));

    // What is left of a confidence where the article is silent: less than Answering:AnswerFrom of the surest.
    private const double AgainstSilence = 0.05;

    /// <summary>How likely each ranked sentence answers, 0 to 1: it is about what is asked, and says it.</summary>
    public double[] Confidences(ImmutableArray<Signals> ranked)
    {
        var vectors = Signals.Vectors(ranked);
        var (about, stated) = (About.Chances(vectors), Stated.Chances(vectors));
        return [.. ranked.Select((signals, at) => ConfidenceOf(signals, about[at], about[at] * stated[at]))];
    }

    private static double ConfidenceOf(Signals signals, double about, double confidence) =>
        Silence.Is(signals, about, confidence) ? AgainstSilence * confidence : confidence;

    /// <summary>What is shipped with the program.</summary>
    public static LearnedAnswering Shipped() => OfProgram.Value;

    /// <summary>What a folder's files say.</summary>
    public static LearnedAnswering In(string folder) => Read(name => File.OpenRead(Path.Combine(folder, name)));

    private static LearnedAnswering Read(Func<string, Stream> open)
    {
        using Stream ranking = open(RankingFile), about = open(AboutFile), stated = open(StatedFile), spans = open(SpansFile);
        return new(Forest<Signal>.Read(ranking), Forest<Signal>.Read(about), Forest<Signal>.Read(stated), Forest<SpanFeature>.Read(spans));
    }
}
