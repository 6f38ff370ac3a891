using System.Collections.Immutable;

namespace Bot.Evaluation.Claims;

/// <summary>The table of what was caught: by kind, by groups of kinds that have one aim, and by language.</summary>
internal static class ClaimTable
{
    private static readonly ImmutableArray<(string Name, ImmutableArray<string> Kinds)> Groups =
    [
        ("numbers, dates, quotes", ["number", "unit", "date", "month", "quoted word"]),
        ("names, places, speaker, negation, certainty, condition, stance",
            ["name", "place", "speaker", "negation added", "negation dropped", "certainty", "quantity", "condition dropped", "said dropped"]),
        ("crossed, foreign, unsupported", ["crossed facts", "doer and done to swapped", "another article's", "nothing supports it", "an addition"]),
    ];

    public static IEnumerable<string> Rows(IReadOnlyCollection<JudgedClaim> judged)
    {
        var (faithful, corrupted) = (judged.Where(claim => claim.Claim.IsFaithful).ToArray(), judged.Where(claim => !claim.Claim.IsFaithful).ToArray());
        var rows = Groups.SelectMany(group => new[] { Tally($"**{group.Name}**", Of(corrupted, group.Kinds)) }.Concat(ByKind(Of(corrupted, group.Kinds))).Concat(ByLanguage(group.Name, Of(corrupted, group.Kinds))))
            .Append(Tally("**corrupted, and reworded before**", [.. corrupted.Where(claim => claim.Claim.IsReworded)]))
            .Append(Tally("**rewordings**", [.. faithful.Where(claim => claim.Claim.Kind != ClaimMaker.AsItStands)]))
            .Concat(ByKind(faithful)).Concat(ByLanguage("supported", faithful));
        return KindTally.Head.Concat(rows.Where(tally => tally.Count > 0).Select(tally => tally.Row));
    }

    private static JudgedClaim[] Of(JudgedClaim[] claims, ImmutableArray<string> kinds) => [.. claims.Where(claim => kinds.Contains(claim.Claim.Kind))];

    private static IEnumerable<KindTally> ByKind(JudgedClaim[] claims) => claims.GroupBy(claim => claim.Claim.Kind).Select(kind => Tally(kind.Key, [.. kind]));

    private static IEnumerable<KindTally> ByLanguage(string name, JudgedClaim[] claims) =>
        claims.GroupBy(claim => claim.Claim.Language).OrderBy(language => language.Key, StringComparer.Ordinal).ToArray() is { Length: > 1 } languages
            ? languages.Select(language => Tally($"{name}: {language.Key}", [.. language])) : [];

    private static KindTally Tally(string name, JudgedClaim[] claims) =>
        new(name, claims.Length > 0 && claims[0].Claim.IsFaithful, claims.Length, claims.Count(claim => claim.Fault is not null));
}
