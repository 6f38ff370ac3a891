using System.Globalization;
using Bot.Answering.Facts;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Checking;

/// <summary>Compares numbers with what they count and what bounds them.</summary>
internal static class NumberMatch
{
    private const int NearbyWords = 5;
    private const decimal MostRounded = 0.05m;

    /// <summary>Why a statement does not give a number; <see langword="null"/> when it does.</summary>
    public static string? Fault(Fact number, Statement claim, Statement statement)
    {
        string? fault = null;
        foreach (var other in statement.Facts.Where(fact => fact.Kind is FactKind.Number or FactKind.Date && fact.Value == number.Value))
        {
            if (other.Kind == FactKind.Date)
            {
                return null;
            }

            if (!SameUnit(number, claim, other, statement))
            {
                fault ??= $"\"{number.Phrase.In(claim.Text)}\" is \"{other.Phrase.In(statement.Text)}\" in the passage";
            }
            else if (!Allows(other.Bound, number.Bound))
            {
                fault = $"\"{number.Phrase.In(claim.Text)}\" is \"{other.Phrase.In(statement.Text)}\" in the passage";
            }
            else
            {
                return null;
            }
        }

        return statement.Of(FactKind.Number).Any(other => IsRounded(number, other) && Fits(number, claim, other, statement)) ? null
            : fault ?? $"the number \"{number.Phrase.In(claim.Text)}\" is not in the passage";
    }

    /// <summary>Whether a number may be told for a given one.</summary>
    public static bool Fits(Fact told, Statement claim, Fact given, Statement statement) =>
        (told.Value == given.Value || IsRounded(told, given)) && SameUnit(told, claim, given, statement);

    /// <summary>Whether a number told with "about" is a given one with fewer digits that count: "about 46,000" for 46,300.</summary>
    public static bool IsRounded(Fact told, Fact given)
    {
        if (told.Bound != Bound.About || given.Bound != Bound.Exact || !Value(told, out var rounded) || !Value(given, out var exact)
            || rounded == exact || rounded == 0 || Math.Abs(rounded - exact) > MostRounded * exact)
        {
            return false;
        }

        var unit = rounded % 1 == 0 ? 1m : 0.1m;
        while (rounded % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return Math.Abs(rounded - exact) <= unit / 2;
    }

    /// <summary>Whether a number given with one bound may be told with another: what is told must be no more exact.</summary>
    public static bool Allows(Bound given, Bound told) =>
        given == told || told == Bound.About
            || (given, told) is (Bound.MoreThan, Bound.AtLeast) or (Bound.LessThan, Bound.AtMost)
            or (Bound.Exact, Bound.AtLeast and Bound.AtMost);

    private static bool SameUnit(Fact one, Statement of, Fact other, Statement or)
    {
        if (one.Unit.Length == 0 || other.Unit.Length == 0)
        {
            return (one.Unit is not ("th" or "%")) && (other.Unit is not ("th" or "%"));
        }

        if (one.Unit == other.Unit)
        {
            return true;
        }

        return !IsMeasure(one, of) && !IsMeasure(other, or)
            && (of.Lexicon.GenericUnits.Contains(one.Unit) || Near(other, or).Contains(Stem(one.Unit, of))
                || Near(one, of).Contains(Stem(other.Unit, or)));
    }

    private static bool IsMeasure(Fact number, Statement statement) =>
        number.Unit is "th" or "%" or "usd" or "eur" or "gbp" or "jpy" or "inr" || statement.Lexicon.Data.Units.ContainsKey(number.Unit)
            || statement.Lexicon.Units.Has(number.Unit);

    private static bool Value(Fact number, out decimal value) => decimal.TryParse(number.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    private static HashSet<string> Near(Fact number, Statement statement) =>
        [.. statement.Terms.Where(term => term.Span.Start >= number.Span.End).Take(NearbyWords).Select(term => term.Text)];

    private static string Stem(string word, Statement statement) => TextAnalysis.Terms(word, statement.Language) is [var term, ..]
        ? term.Text : word;
}
