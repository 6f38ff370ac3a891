namespace Bot.Evaluation.Cases;

/// <summary>One thing that must hold of an answer.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Value">What is expected, as written: words, a number, <c>true</c> or <c>false</c>.</param>
public sealed record Assertion(AssertionKind Kind, string Value)
{
    /// <summary>What is written before an assertion's name to turn it round.</summary>
    public const string Not = "not-";

    /// <summary>Whether it must not hold.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Its line in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>It as written: <c>not-contains: "five"</c>.</summary>
    public string Written => $"{(IsNegated ? Not : "")}{Kind.Name}: {Value}";
}
