using Bot.Conversations.Corrections;

namespace Bot.Cli.Contract;

/// <summary>A line of <c>corrections --json</c>.</summary>
internal sealed record CorrectionLine(Guid Id, string Article, string Kind, string OldWords, string NewWords, DateTimeOffset Found, IReadOnlyList<ShownLine> Shown)
{
    public static CorrectionLine Of(Correction correction) => new(
        correction.Id,
        correction.Article,
        correction.Kind.ToString().ToLowerInvariant(),
        correction.OldWords,
        correction.NewWords,
        correction.Found,
        [.. correction.Tellings.Select(telling => new ShownLine(telling.Turn.ToString(), telling.Channel, telling.MessageId))]);
}

/// <summary>Where an answer was shown.</summary>
internal sealed record ShownLine(string Id, string Channel, string? Message);
