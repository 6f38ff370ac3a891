using System.Text.RegularExpressions;

namespace Bot.Evaluation.Claims;

/// <summary>A rule that makes another sentence of a sentence.</summary>
/// <param name="Kind">What it changes, as the table names it.</param>
/// <param name="IsFaithful">Whether what it makes says no more than the sentence.</param>
/// <param name="Find">What it changes, one place of the sentence at a time.</param>
/// <param name="Put">What it puts there: text with <c>$1</c> and <c>{fillers}</c>.</param>
/// <param name="Unless">What a sentence must not have.</param>
/// <param name="Needs">What a sentence must have.</param>
internal sealed record NoiseRule(string Kind, bool IsFaithful, Regex Find, string Put, Regex? Unless, Regex? Needs)
{
    public bool Suits(string sentence) => Unless?.IsMatch(sentence) != true && Needs?.IsMatch(sentence) != false;
}
