using System.Collections.Immutable;

namespace Bot.Evaluation.Cases.Comparing;

/// <summary>
/// How far a difference between two variants over the same cases may be chance: the cases are drawn again and again with replacement, each with both of
/// its results, and the middle of the differences that come out is the interval (the percentile bootstrap of Efron and Tibshirani, "An Introduction to
/// the Bootstrap", 1993, chapter 13). Repeats of a case stay together: they are no cases of their own.
/// </summary>
public static class PairedBootstrap
{
    /// <summary>How often the cases are drawn.</summary>
    public const int Draws = 2_000;

    /// <summary>The share of the differences that the interval holds.</summary>
    public const double Level = 0.95;

    /// <summary>The difference and its interval; <see langword="null"/> when one of the variants has nothing to measure.</summary>
    /// <param name="one">The first variant's parts, case by case.</param>
    /// <param name="other">The other's, in the same order.</param>
    /// <param name="seed">Decides the draws: the same one, the same interval.</param>
    public static Interval? Difference(ImmutableArray<Part> one, ImmutableArray<Part> other, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Length, one.Length);
        if (Between(one, other, Enumerable.Range(0, one.Length)) is not { } estimate)
        {
            return null;
        }

        // Not a secret: only that the same seed gives the same interval matters.
#pragma warning disable CA5394
        var random = new Random(seed);
        var drawn = new int[one.Length];
        var differences = new List<double>(Draws);
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var at = 0; at < drawn.Length; at++)
            {
                drawn[at] = random.Next(one.Length);
            }

            if (Between(one, other, drawn) is { } difference)
            {
                differences.Add(difference);
            }
        }
#pragma warning restore CA5394
        differences.Sort();
        return new(estimate, At(differences, (1 - Level) / 2), At(differences, (1 + Level) / 2));
    }

    private static double? Between(ImmutableArray<Part> one, ImmutableArray<Part> other, IEnumerable<int> cases)
    {
        Part first = default, second = default;
        foreach (var at in cases)
        {
            first += one[at];
            second += other[at];
        }

        return second.Share - first.Share;
    }

    private static double At(List<double> ordered, double share) => ordered[(int)Math.Round(share * (ordered.Count - 1))];
}

/// <summary>A difference and how far it may be chance.</summary>
/// <param name="Estimate">The difference that was measured.</param>
/// <param name="Low">Where the interval starts.</param>
/// <param name="High">Where it ends.</param>
public readonly record struct Interval(double Estimate, double Low, double High)
{
    /// <summary>Whether a difference is shown: none would lie outside of the interval.</summary>
    public bool IsShown => Low > 0 || High < 0;
}
