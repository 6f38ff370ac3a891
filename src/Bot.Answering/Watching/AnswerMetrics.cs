using System.Diagnostics.Metrics;
using Bot.Answering.Answers;
using Bot.Answering.Models;
using Bot.Answering.Tracing;

namespace Bot.Answering.Watching;

/// <summary>Counts what the claim check does and how the model fails. Labels are words of ours alone, of which there are few.</summary>
internal static class AnswerMetrics
{
    /// <summary>The meter's and the spans' name.</summary>
    public const string Name = "Bot.Answering";

    /// <summary>The meter.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>The bounds that times are counted by: quoting takes milliseconds, a slow model minutes.</summary>
    public static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180];

    private static readonly Counter<long> Sentences =
        Meter.CreateCounter<long>("bot.claims", "{sentence}", "Composed sentences, by what the claim check made of them.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("bot.model.failures", "{failure}", "Answers and rewritten questions that the model failed to give, by kind; they are quoted, or searched for as they stand.");

    /// <summary>The claim check is done.</summary>
    public static void Checked(IEnumerable<SentenceVerdict> verdicts, string engine)
    {
        if (!Sentences.Enabled)
        {
            return;
        }

        foreach (var verdict in verdicts)
        {
            Sentences.Add(1, new("verdict", WordOf(verdict.Outcome)), new KeyValuePair<string, object?>("engine", EngineOf(engine)));
        }
    }

    /// <summary>The model failed.</summary>
    public static void Failed(ModelFailureKind kind) => Failures.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    /// <summary>Whether it quotes or a model wrote: the model's own name would be a label without bounds.</summary>
    public static string EngineOf(string engine) => engine == Making.Extractive ? engine : "model";

    private static string WordOf(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Supported => "supported",
        VerdictOutcome.CitedAnew => "cited_anew",
        _ => "dropped",
    };
}
