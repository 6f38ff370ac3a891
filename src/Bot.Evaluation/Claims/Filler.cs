using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>What a rule puts into a sentence that it cannot say beforehand: <c>{year $1}</c>, <c>{other month}</c>.</summary>
/// <param name="place">The place that is changed.</param>
/// <param name="argument">What follows the filler's name.</param>
/// <returns>The words; <see langword="null"/> when there are none of which it is sure that they are what the rule says.</returns>
internal delegate string? Filler(NoisePlace place, string argument);

/// <summary>A place of a sentence that a rule changes.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Match">The place.</param>
/// <param name="Book">The rules of its language.</param>
/// <param name="Strangers">Sentences of other articles.</param>
/// <param name="Random">Chooses among what would do.</param>
internal sealed record NoisePlace(SourceSentence Sentence, Match Match, RuleBook Book, IReadOnlyList<string> Strangers, Random Random)
{
    /// <summary>One of them by chance; <see langword="null"/> when there is none.</summary>
    public string? OneOf(IEnumerable<string> words) => words.ToArray() is { Length: > 0 } all ? all[Random.Next(all.Length)] : null;
}
