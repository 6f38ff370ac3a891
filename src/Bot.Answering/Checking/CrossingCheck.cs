using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim puts a sentence's facts together as the sentence does.</summary>
internal static class CrossingCheck
{
    public static string? Fault(Claimed claimed, Evidence evidence) => (claimed.Statement, evidence.Statement) is var (claim, statement)
        ? Compared(claim, statement) ?? Swapped(claimed, evidence) ?? NamePlaces.Fault(claimed, evidence) ?? Roles.Fault(claim, statement) ?? Paired(claim, statement)
            : null;

    /// <summary>The names of a statement but for those who speak: they are checked as such, and "Bali said" may stand at either end.</summary>
    public static IEnumerable<Fact> Unspoken(Statement statement, ImmutableArray<Speech> speeches) =>
        statement.Of(FactKind.Name).Where(name => !speeches.Any(speech => speech.Frame.Contains(name.Span)));

    // "faster in Iraq than in Syria" is not "faster in Syria than in Iraq".
    private static string? Compared(Statement claim, Statement statement)
    {
        if (Comparison(claim) is not { } told || Comparison(statement) is not { } given)
        {
            return null;
        }

        var (before, after) = (Parts(statement, fact => fact.Span.End <= given), Parts(statement, fact => fact.Span.Start >= given));
        return Parts(claim, fact => fact.Span.Start >= told).FirstOrDefault(part => before.Contains(part)
            && !after.Contains(part)) is { } turned
            ? $"\"{turned}\" is compared the other way round in the passage" : null;
    }

    private static int? Comparison(Statement statement)
    {
        for (var at = 0; at < statement.Tokens.Count; at++)
        {
            if (statement.Tokens.IsAnyOf(at, statement.Lexicon.Comparisons)
                && !statement.Facts.Any(fact => fact.Kind == FactKind.Number && fact.Phrase.Contains(statement.Tokens.Tokens[at].Span)))
            {
                return statement.Tokens.Tokens[at].Span.Start;
            }
        }

        return null;
    }

    private static HashSet<string> Parts(Statement statement, Func<Fact, bool> where) =>
        [.. statement.Of(FactKind.Name).Where(where).SelectMany(name => NameParts.Of(name.Value))];

    // "Rome attacked Carthage" is not "Carthage attacked Rome", but it is "Carthage was attacked by Rome".
    private static string? Swapped(Claimed claimed, Evidence evidence)
    {
        var claim = claimed.Statement;
        foreach (var (first, second, told, isPassive) in Neighbours(claim, claimed.Speeches))
        {
            foreach (var (left, right, given, wasPassive) in Neighbours(evidence.Statement, evidence.Speeches))
            {
                var changed = isPassive == wasPassive ? Same(first, right) && Same(second, left) : Same(first, left) && Same(second, right);
                if (changed && told.Overlaps(given) && !Same(first, second))
                {
                    return $"\"{first.Span.In(claim.Text)}\" and \"{second.Span.In(claim.Text)}\" have changed places";
                }
            }
        }

        return null;
    }

    private static IEnumerable<(Fact First, Fact Second, HashSet<string> Between, bool IsPassive)> Neighbours(
        Statement statement, ImmutableArray<Speech> speeches)
    {
        var names = Unspoken(statement, speeches).ToImmutableArray();
        for (var at = 0; at + 1 < names.Length; at++)
        {
            var gap = new TextSpan(names[at].Span.End, Math.Max(names[at].Span.End, names[at + 1].Span.Start));
            yield return (names[at], names[at + 1], [.. statement.Content.Where(term => gap.Contains(term.Span)).Select(term => term.Text)],
                statement.Tokens.Tokens.Any(token => gap.Contains(token.Span) && statement.Lexicon.Passives.Contains(token.Folded)));
        }
    }

    private static bool Same(Fact one, Fact other) => NameParts.Of(one.Value).Intersect(NameParts.Of(other.Value)).Any();

    // With two numbers and two names in a sentence, each number keeps the name beside it.
    private static string? Paired(Statement claim, Statement statement)
    {
        if (statement.Of(FactKind.Name).Take(2).Count() < 2)
        {
            return null;
        }

        foreach (var number in claim.Facts.Where(fact => fact.Kind is FactKind.Number or FactKind.Date))
        {
            if (statement.Of(number.Kind).Take(2).Count() < 2 || statement.Of(number.Kind).FirstOrDefault(fact =>
                fact.Value == number.Value) is not { Value: { } } given || Nearest(claim, number) is not { } told
                || Nearest(statement, given) is not { } beside)
            {
                continue;
            }

            if (!Same(told, beside) && !claim.Of(FactKind.Name).Any(name => Same(name, beside)) && HasOther(told, number, claim, statement))
            {
                return $"\"{number.Phrase.In(claim.Text)}\" goes with \"{beside.Span.In(statement.Text)}\" in the passage, not with \"{told.Span.In(claim.Text)}\"";
            }
        }

        return null;
    }

    // "Line 1 runs for 11.4 kilometres from … to Saltby Docks, with 17 stops": the 17 are Line 1's if the claim tells its 11.4 too.
    private static bool HasOther(Fact name, Fact number, Statement claim, Statement statement)
    {
        var own = statement.Of(number.Kind).Where(other => other.Value != number.Value && Nearest(statement, other) is { } nearest && Same(nearest, name))
            .ToArray();
        return own.Length > 0 && !own.Any(other => claim.Of(number.Kind).Any(told => told.Value == other.Value));
    }

    private static Fact? Nearest(Statement statement, Fact number)
    {
        Fact? nearest = null;
        var best = int.MaxValue;
        foreach (var name in statement.Of(FactKind.Name))
        {
            var distance = name.Span.Start >= number.Span.End ? name.Span.Start - number.Span.End : number.Span.Start - name.Span.End;
            if (distance >= 0 && distance < best)
            {
                (nearest, best) = (name, distance);
            }
        }

        return nearest;
    }
}
