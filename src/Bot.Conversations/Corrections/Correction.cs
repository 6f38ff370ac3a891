using System.Collections.Immutable;
using Bot.Conversations.Records;

namespace Bot.Conversations.Corrections;

/// <summary>Words that answers cited and that read differently now.</summary>
public sealed record Correction
{
    /// <summary>Its name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The article's slug.</summary>
    public required string Article { get; init; }

    /// <summary>What happened to the words.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>The words as they were cited.</summary>
    public required string OldWords { get; init; }

    /// <summary>The words that stand in their place; empty when they are gone or the article is withdrawn.</summary>
    public required string NewWords { get; init; }

    /// <summary>When the change was found.</summary>
    public required DateTimeOffset Found { get; init; }

    /// <summary>What an editor decided.</summary>
    public required CorrectionState State { get; init; }

    /// <summary>What readers are told after "Corrected on DATE: ", in the words of the editor who approved it; <see langword="null"/> for the plain words.</summary>
    public string? Wording { get; init; }

    /// <summary>The answers that cited the words, and where they were shown.</summary>
    public required ImmutableArray<Telling> Tellings { get; init; }
}

/// <summary>One answer that a correction concerns.</summary>
/// <param name="Turn">The turn of the answer.</param>
/// <param name="Channel">The channel it was shown in.</param>
/// <param name="MessageId">The channel's message, if it has a name.</param>
/// <param name="State">Whether its reader knows.</param>
/// <param name="Note">Why not, for editors.</param>
public sealed record Telling(TurnId Turn, string Channel, string? MessageId, TellingState State, string? Note);

/// <summary>What happened to cited words.</summary>
public enum CorrectionKind
{
    /// <summary>Other words stand in their place, or none.</summary>
    Changed,

    /// <summary>Their article was withdrawn or deleted.</summary>
    Withdrawn,

    /// <summary>They stand again as they were cited, and readers were told otherwise meanwhile.</summary>
    Restored,
}

/// <summary>What an editor decided of a correction.</summary>
public enum CorrectionState
{
    /// <summary>Nothing yet.</summary>
    Found,

    /// <summary>Readers are told.</summary>
    Approved,

    /// <summary>A minor edit: nobody is told.</summary>
    Minor,

    /// <summary>The words changed again, or back, before an editor decided: it closed by itself, and nobody is told.</summary>
    Overtaken,
}

/// <summary>Whether a reader was told of a correction.</summary>
public enum TellingState
{
    /// <summary>Not yet.</summary>
    Waiting,

    /// <summary>Sent to a channel that recognises no repeats, and no word back yet: never sent again.</summary>
    Telling,

    /// <summary>The reader was told.</summary>
    Told,

    /// <summary>Nobody knows whether the reader was told.</summary>
    Uncertain,

    /// <summary>The edit is minor, or was undone before it was decided: the reader is not told.</summary>
    Spared,

    /// <summary>The channel can neither edit the message nor reply to it any more.</summary>
    Unreachable,
}
