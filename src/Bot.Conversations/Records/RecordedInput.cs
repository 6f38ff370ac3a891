using System.Collections.Immutable;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Answering.Models;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations.Records.Documents;

namespace Bot.Conversations.Records;

/// <summary>What an answer was made of: the same program makes the same trace of it.</summary>
public sealed record RecordedInput
{
    // A part that traces did not always have, and that has nothing in it, is no difference.
    private const string Nothing = "[]";

    /// <summary>The question with its history.</summary>
    public required Question Question { get; init; }

    /// <summary>The answer.</summary>
    public required Answer Answer { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>The trace, as it was written down.</summary>
    public required string Trace { get; init; }

    /// <summary>Articles, prompts, fixed replies and settings; <see langword="null"/> when the record does not have them.</summary>
    public RecordedSources? Sources { get; init; }

    /// <summary>How many of the turns that the question was understood by the record has no longer: their reader had them forgotten, or they are deleted.</summary>
    public int Missing { get; init; }

    /// <summary>What a model was asked and wrote; empty when none was asked, or the answer is older than the keeping of it.</summary>
    public ImmutableArray<Consulted> Consulted
    {
        get
        {
            using var trace = JsonDocument.Parse(Trace);
            return trace.RootElement.TryGetProperty(nameof(AnswerTrace.Consulted), out var consulted) ? RecordJson.ToConsulted(consulted) : [];
        }
    }

    /// <summary>The names of the trace's parts that another trace has otherwise; none when it is the same, byte for byte.</summary>
    /// <param name="other">The other trace.</param>
    public ImmutableArray<string> DifferencesFrom(AnswerTrace other)
    {
        using var then = JsonDocument.Parse(Trace);
        using var now = RecordJson.ToTrace(RecordJson.OfTrace(other));
        var (before, after) = (Parts(then), Parts(now));
        return [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>A part of the trace that is text; <see langword="null"/> when it has none.</summary>
    /// <param name="name">Its name in <see cref="AnswerTrace"/>.</param>
    public string? Text(string name)
    {
        using var trace = JsonDocument.Parse(Trace);
        return trace.RootElement.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() : null;
    }

    /// <summary>The tokens that the model's endpoint counted; <see langword="null"/> when it told nothing, or was not asked.</summary>
    public (int Input, int Output)? CountedTokens
    {
        get
        {
            using var trace = JsonDocument.Parse(Trace);
            return trace.RootElement.TryGetProperty(nameof(AnswerTrace.Usage), out var usage) && usage.Deserialize<TokenUsage>() is { Estimated: false } counted
                ? (counted.Input, counted.Output)
                : null;
        }
    }

    /// <summary>The reader's words never get into a log by accident.</summary>
    public override string ToString() => $"an answer of {Made:O}";

    private static Dictionary<string, string> Parts(JsonDocument trace) =>
        trace.RootElement.EnumerateObject().Where(part => part.Value.GetRawText() != Nothing).ToDictionary(part => part.Name, part => part.Value.GetRawText(), StringComparer.Ordinal);
}
