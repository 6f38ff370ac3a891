using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Answering.Ranking;

/// <summary>How well a sentence fits a question, part by part.</summary>
internal sealed class Signals
{
    private static readonly string[] Names = [.. Enum.GetNames<Signal>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private readonly double[] _parts = new double[Names.Length];
    private Rule _rules;

    /// <summary>A part of it.</summary>
    public double this[Signal signal]
    {
        get => _parts[(int)signal];
        set => _parts[(int)signal] = value;
    }

    /// <summary>What rules tell beside it.</summary>
    public Rule Rules { get => _rules; init => _rules = value; }

    /// <summary>All parts, in the order of <see cref="Signal"/>.</summary>
    public ReadOnlySpan<double> Vector => _parts;

    /// <summary>The vectors of many.</summary>
    public static double[][] Vectors(IEnumerable<Signals> signals) => [.. signals.Select(each => each._parts)];

    /// <summary>The parts by name, for a trace.</summary>
    public ImmutableSortedDictionary<string, double> Named() =>
        Names.Zip(_parts, KeyValuePair.Create)
            .Concat(Enum.GetValues<Rule>().Where(rule => rule != Rule.None).Select(rule => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(rule.ToString()), Tells(rule) ? 1.0 : 0)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Whether a rule tells of it.</summary>
    public bool Tells(Rule rule) => _rules.HasFlag(rule);

    /// <summary>Adds what a rule tells, if it does.</summary>
    public void Add(Rule rule, bool tells = true) => _rules |= tells ? rule : Rule.None;
}
