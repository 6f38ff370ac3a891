namespace Bot.Evaluation.Cases.Running;

/// <summary>What came of an assertion.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Verdict">Whether it held.</param>
/// <param name="Found">What was found instead, or why it was skipped.</param>
public sealed record Finding(Assertion Assertion, FindingVerdict Verdict, string Found);

/// <summary>Whether an assertion held.</summary>
public enum FindingVerdict
{
    /// <summary>It held.</summary>
    Held,

    /// <summary>It did not.</summary>
    Broken,

    /// <summary>Nothing could say.</summary>
    Skipped,
}
