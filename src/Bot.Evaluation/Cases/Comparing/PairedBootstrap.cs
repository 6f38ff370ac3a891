using System.Collections.Immutable;

namespace Bot.Evaluation.Cases.Comparing;

/// <summary>
/// How far a difference between two variants over the same cases may be chance: the cases are drawn again and again with replacement, each with both of
/// its results, and the middle of the differences that come out is the interval (the percentile bootstrap of Efron and Tibshirani, "An Introduction to
/// the Bootstrap", 1993, chapter 13). Repeats of a case stay together: they are no cases of their own.
/// </summary>
public sealed class PairedBootstrap
{
    /// <summary>How often the cases are drawn.</summary>
    public const int Draws = 2_000;

    /// <summary>The share of the differences that the interval holds.</summary>
    public const double Level = 0.95;

    private readonly int[][] _drawn;

    /// <summary>Draws.</summary>
    /// <param name="cases">How many cases there are.</param>
    /// <param name="seed">Decides the draws: the same one, the same intervals.</param>
    public PairedBootstrap(int cases, int seed)
    {
        // Not a secret: only that the same seed gives the same interval matters.
#pragma warning disable CA5394
        var random = new Random(seed);
        _drawn = [.. Enumerable.Range(0, Draws).Select(_ => Enumerable.Range(0, cases).Select(_ => random.Next(cases)).ToArray())];
#pragma warning restore CA5394
    }

    /// <summary>The difference and its interval; <see langword="null"/> when one of the variants has nothing to measure.</summary>
    /// <param name="one">The first variant's parts, case by case.</param>
    /// <param name="other">The other's, in the same order.</param>
    public Interval? Difference(ImmutableArray<Part> one, ImmutableArray<Part> other)
    {
        var sums = new Sums(one, other);
        if (sums.Difference([.. Enumerable.Range(0, one.Length)]) is not { } estimate)
        {
            return null;
        }

        var differences = _drawn.Select(sums.Difference).OfType<double>().Order().ToArray();
        return new(estimate, At(differences, (1 - Level) / 2), At(differences, (1 + Level) / 2));
    }

    private static double At(double[] ordered, double share) => ordered[(int)Math.Round(share * (ordered.Length - 1))];

    // Millions of parts are added up: numbers side by side, not one object after the other.
    private sealed class Sums(ImmutableArray<Part> one, ImmutableArray<Part> other)
    {
        private readonly double[] _first = [.. one.Select(part => part.Counted)];
        private readonly double[] _ofFirst = [.. one.Select(part => part.Of)];
        private readonly double[] _second = [.. other.Select(part => part.Counted)];
        private readonly double[] _ofSecond = [.. other.Select(part => part.Of)];

        public double? Difference(int[] cases)
        {
            double first = 0, ofFirst = 0, second = 0, ofSecond = 0;
            foreach (var at in cases)
            {
                first += _first[at];
                ofFirst += _ofFirst[at];
                second += _second[at];
                ofSecond += _ofSecond[at];
            }

            return new Part(second, ofSecond).Share - new Part(first, ofFirst).Share;
        }
    }
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
