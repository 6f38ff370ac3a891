using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Answering.Questions;

/// <summary>A language's verbs of two words and the plain ones they stand for, as data: "step down" and "resign". A question's are read as the plain ones, and a text's count as these too.</summary>
internal sealed class PhrasalVerbs
{
    private readonly (Regex Phrase, string Plain)[] _verbs;

    /// <param name="file">The words by which the language asks.</param>
    public PhrasalVerbs(JsonElement file) => _verbs = file.TryGetProperty("phrasal", out var verbs)
        ? [.. verbs.EnumerateObject().Select(verb => (new Regex($@"\b(?:{verb.Name})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), verb.Value.GetString()!))]
        : [];

    /// <summary>The text with plain verbs in their place.</summary>
    public string Plain(string text) => _verbs.Aggregate(text, (rest, verb) => verb.Phrase.Replace(rest, verb.Plain));

    /// <summary>The plain verbs that those of a text stand for: "resign" in "she stepped down".</summary>
    public IEnumerable<string> In(string text) => _verbs.Where(verb => verb.Phrase.IsMatch(text)).Select(verb => verb.Plain);
}
