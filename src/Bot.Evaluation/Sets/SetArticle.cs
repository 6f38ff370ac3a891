using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Bot.Evaluation.Scoring;

namespace Bot.Evaluation.Sets;

/// <summary>An article of a question set, one line of <c>NAME.articles.jsonl</c>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Lang">Its language.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
public sealed record SetArticle(string Id, string? Title, string? Lang, ImmutableArray<string> Paragraphs)
{
    /// <summary>Its text as quotes are looked for in it.</summary>
    [JsonIgnore]
    internal string Whole => field ??= ScoredWords.Fold(string.Join('\n', Paragraphs));
}
