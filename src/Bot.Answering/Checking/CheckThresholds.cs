namespace Bot.Answering.Checking;

/// <summary>How much of a sentence must be in what supports it.</summary>
internal sealed record CheckThresholds
{
    public static readonly CheckThresholds Default = new();

    /// <summary>The share of a claim's content, weighted by length, that one supporting sentence must have, 0 to 1.</summary>
    public double LeastShare { get; init; } = 0.7;

    /// <summary>The same for scripts without capitals, whose names are only content.</summary>
    public double LeastShareWithoutCapitals { get; init; } = 0.85;

    /// <summary>The share of the matched words within somebody's words from which the claim must say whose they are, 0 to 1.</summary>
    public double LeastAttributed { get; init; } = 0.5;

    /// <summary>The share of a negation's, hedge's or quantity's scope from which a claim is about the same thing, 0 to 1.</summary>
    public double LeastScope { get; init; } = 0.5;

    /// <summary>The share of a claim's words from which it follows a sentence word by word, 0 to 1.</summary>
    public double LeastFollowed { get; init; } = 0.5;

    /// <summary>The share from which it follows that sentence and joins no other one to it, 0 to 1.</summary>
    public double LeastFollowedAlone { get; init; } = 0.8;

    /// <summary>How many sentences, best first, a claim may be found to follow.</summary>
    public int Followed { get; init; } = 2;

    /// <summary>How many sentences, best first, are looked at closely.</summary>
    public int Candidates { get; init; } = 8;
}
