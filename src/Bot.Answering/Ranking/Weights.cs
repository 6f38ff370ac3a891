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
        - (0.5 * signals.Lacks.Sum)
        - (0.05 * signals.Pronoun);

    /// <summary>How likely a sentence answers: a logistic function of what it shares with the question, times what it does not lack.</summary>
    /// <remarks>
    /// The share of the question's words that sentence and surroundings have tells most. Without synonyms fewer are found, and what is not found
    /// counts less.
    /// </remarks>
    public static double Confidence(Signals signals) => signals.Lacks.Share(1 - (0.7 * signals.Unaided)) / (1 + Math.Exp(-(
        -3.9
        + (4.2 * signals.Context)
        + (3.2 * signals.Coverage)
        + (1.4 * signals.Names)
        + (0.8 * signals.Closeness)
        + (1.0 * signals.Unaided))));
}
