using System.Globalization;
using Bot.Answering.Facts;

namespace Bot.Answering.Checking;

/// <summary>Finds the two cited numbers or dates from which a claim's number follows.</summary>
internal static class Derivation
{
    private const int Farthest = 4;

    /// <summary>Judges a claim whose one unsupported number is a sum or difference; <see langword="null"/> when none is.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="evidence">Sentences, best first.</param>
    /// <param name="judge">Judges a claim by some sentences.</param>
    public static Judgement? Find(Claimed claim, IReadOnlyList<Evidence> evidence, Func<Claimed, IReadOnlyList<Evidence>, Judgement> judge)
    {
        foreach (var number in claim.Statement.Of(FactKind.Number).Where(number => number.Unit != "th"))
        {
            if (!decimal.TryParse(number.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
                || evidence.Any(sentence => sentence.Statement.Facts.Any(fact => fact.Value == number.Value)))
            {
                continue;
            }

            var settled = new Claimed(claim.Statement.Text,
                claim.Statement.Language)
            { Antecedents = claim.Antecedents, Settled = [number] };
            foreach (var (one, other) in Operands(number, value, evidence.Take(Farthest).ToList()))
            {
                if (judge(settled, [one == other ? one : Joined(one, other)]).IsSupported)
                {
                    return Judgement.By(new Support(one).Citations().Concat(new Support(other).Citations()));
                }
            }
        }

        return null;
    }

    private static IEnumerable<(Evidence One, Evidence Other)> Operands(Fact number, decimal value, List<Evidence> evidence)
    {
        var facts = evidence.SelectMany(sentence => sentence.Statement.Facts.Select(fact => (Sentence: sentence, Fact: fact))).ToList();
        for (var i = 0; i < facts.Count; i++)
        {
            for (var j = i + 1; j < facts.Count; j++)
            {
                if (Gives(facts[i].Fact, facts[j].Fact, number, value))
                {
                    yield return (facts[i].Sentence, facts[j].Sentence);
                }
            }
        }
    }

    // What a number is counted from is told as one statement, so both sentences are read as one.
    private static Evidence Joined(Evidence one, Evidence other)
    {
        var statement = new Statement($"{one.Statement.Text} {other.Statement.Text}", one.Statement.Language);
        return one with { Statement = statement, Speeches = SpeechReader.Read(statement, []) };
    }

    private static bool Gives(Fact one, Fact other, Fact number, decimal value)
    {
        if (one.Kind == FactKind.Date && other.Kind == FactKind.Date)
        {
            return Between(one.Value, other.Value, number.Unit) == value;
        }

        return one.Kind == FactKind.Number && other.Kind == FactKind.Number && one.Unit == other.Unit && one.Unit == number.Unit
            && one.Unit.Length > 0
            && one.Bound == Bound.Exact && other.Bound == Bound.Exact
            && decimal.TryParse(one.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(other.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            && (Math.Abs(left - right) == value || (left < decimal.MaxValue / 2 && right < decimal.MaxValue / 2 && left + right == value));
    }

    private static decimal? Between(string one, string other, string unit)
    {
        if (DateOnly.TryParseExact(one, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && DateOnly.TryParseExact(other, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var second))
        {
            var days = Math.Abs(first.DayNumber - second.DayNumber);
            return unit switch
            {
                "day" => days,
                "week" when days % 7 == 0 => days / 7,
                "month" when first.Day == second.Day => Math.Abs(((first.Year - second.Year) * 12) + first.Month - second.Month),
                "year" when first.Day == second.Day && first.Month == second.Month => Math.Abs(first.Year - second.Year),
                _ => null,
            };
        }

        return unit == "year" && one.Length == 4 && other.Length == 4 && int.TryParse(one, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(other, CultureInfo.InvariantCulture, out var to)
            ? Math.Abs(from - to) : null;
    }
}
