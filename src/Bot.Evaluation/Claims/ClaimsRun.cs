namespace Bot.Evaluation.Claims;

/// <summary>Which claims are made and shown.</summary>
/// <param name="Seed">Decides which claims are made.</param>
/// <param name="Half">Of which articles.</param>
/// <param name="Samples">How many of each kind are shown.</param>
/// <param name="OnlyWrong">Whether only those are shown that the check got wrong.</param>
public sealed record ClaimsRun(int Seed, ArticleHalf Half, int Samples, bool OnlyWrong);
