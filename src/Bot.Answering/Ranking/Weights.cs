namespace Bot.Answering.Ranking;

/// <summary>How much each signal counts in rank and in confidence.</summary>
internal static class Weights
{
    /// <summary>What sentences are ranked by.</summary>
    public static double Score(Signals signals) =>
        signals.Search
        + (0.6 * signals.Coverage)
        + (0.3 * signals.Context)
        + (0.3 * signals.Type)
        + (0.2 * signals.Run)
        + (0.05 * signals.Early)
        - (0.5 * signals.Aside)
        - (0.5 * signals.Lacking)
        - (0.05 * signals.Pronoun);

    /// <summary>How likely a sentence answers, as a logistic function of its signals.</summary>
    /// <remarks>
    /// The share of the question's words that sentence and surroundings have tells most; a word found nowhere, and the lack of the sort of
    /// thing that is asked for, tell against it.
    /// </remarks>
    public static double Confidence(Signals signals) => 1 / (1 + Math.Exp(-(
        -3.0
        + (5.2 * signals.Context)
        + (4.2 * signals.Coverage)
        + (1.1 * signals.Names)
        + (1.0 * signals.Predicate)
        + (0.9 * signals.Run)
        - (2.6 * signals.Missing)
        - (3.0 * signals.Lacking))));
}
