using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bot.Answering;

/// <summary>When Bot answers, and how much it says. Section <c>Answering</c>.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Answering";

    /// <summary>The confidence from which the quoting engine says a sentence, 0 to 1. Where it has none, it says that the articles don't answer.</summary>
    [Range(0.0, 1.0)]
    public double AnswerFrom { get; set; } = 0.095;

    /// <summary>The confidence from which an answer is called sure and may have a short answer, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double SureFrom { get; set; } = 0.3;

    /// <summary>The chance of being right from which a sure answer has a short answer, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double ShortFrom { get; set; } = 0.33;

    /// <summary>How many sentences the quoting engine says at most.</summary>
    [Range(1, 10)]
    public int MostSentences { get; set; } = 3;

    /// <summary>How many sentences it says at most when asked for several things.</summary>
    [Range(1, 20)]
    public int MostListed { get; set; } = 5;

    /// <summary>How many passages a composer is given.</summary>
    [Range(1, 50)]
    public int Passages { get; set; } = 8;

    /// <summary>How many turns of a conversation are looked at.</summary>
    [Range(0, 50)]
    public int Turns { get; set; } = 6;

    /// <summary>The longest question accepted, in UTF-16 code units.</summary>
    [Range(50, 100_000)]
    public int MostQuestionLength { get; set; } = 2000;

    /// <summary>The settings by their whole names, as a configuration has them.</summary>
    internal ImmutableSortedDictionary<string, string?> ByName() => typeof(AnsweringOptions).GetProperties()
        .ToImmutableSortedDictionary(property => $"{Section}:{property.Name}", property => Convert.ToString(property.GetValue(this), CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
