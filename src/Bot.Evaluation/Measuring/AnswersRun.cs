namespace Bot.Evaluation.Measuring;

/// <summary>How questions of public sets are asked, and which wrong answers are shown.</summary>
/// <param name="HeldBack">
/// The folder of what was trained without each fold: what is asked of an article is then answered by what was learned without it. Without it,
/// by what is shipped, which has seen the sets it was trained on.
/// </param>
/// <param name="Fold">Of the sets that are trained on, only what is asked of this fold's articles, from 0; <see langword="null"/> for all.</param>
/// <param name="Wrong">How many wrong answers of each set are shown after the table.</param>
/// <param name="Seed">Decides which.</param>
public sealed record AnswersRun(string? HeldBack = null, int? Fold = null, int Wrong = 0, int Seed = 1)
{
    /// <summary>How many folds there are.</summary>
    public static int Folds => Training.Folds.Count;
}
