using System.Collections.Immutable;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>
/// Whether a claim has who does and who it is done to the other way round: "the dog bit the man" for "the man bit the dog" or "the man was
/// bitten by the dog" turned to "the man bit the dog". Only where the order of words tells who does.
/// </summary>
internal static class Roles
{
    public static string? Fault(Statement claim, Statement statement)
    {
        if (!claim.Lexicon.Data.SubjectFirst)
        {
            return null;
        }

        var given = Pivots(statement);
        return (from told in Pivots(claim)
                from other in given
                where told.Term == other.Term && IsTurned(told, other)
                select $"who does and who it is done to have changed places around \"{told.Word}\"").FirstOrDefault();
    }

    // In the same voice the sides must stay, in the other one they must change.
    private static bool IsTurned(Pivot told, Pivot given)
    {
        var (left, right) = told.IsPassive == given.IsPassive ? (given.Right, given.Left) : (given.Left, given.Right);
        return told.Right.All(right.Contains) && !told.Right.Overlaps(left) && told.Left.Count(left.Contains) > told.Left.Count(right.Contains);
    }

    // Each word with what stands before it in its clause and what directly follows it.
    private static ImmutableArray<Pivot> Pivots(Statement statement)
    {
        var terms = new Dictionary<int, string>();
        foreach (var term in statement.Terms)
        {
            if (statement.TokenAt(term.Span.Start) is { } at && !statement.Lexicon.Stop.Contains(statement.Tokens.Tokens[at].Folded))
            {
                terms.TryAdd(at, term.Text);
            }
        }

        var pivots = ImmutableArray.CreateBuilder<Pivot>();
        foreach (var (at, term) in terms)
        {
            var (left, right) = (Before(statement, terms, at), After(statement, terms, at));
            if (left.Count > 0 && right.Count > 0)
            {
                pivots.Add(new(term, statement.Tokens.Tokens[at].Span.In(statement.Text), left, right, IsBy(statement, at + 1)));
            }
        }

        return pivots.ToImmutable();
    }

    private static HashSet<string> Before(Statement statement, Dictionary<int, string> terms, int pivot)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var at = pivot - 1; at >= 0 && !IsBreak(statement, at) && !statement.Tokens.IsAnyOf(at, statement.Lexicon.ClauseStarts); at--)
        {
            if (terms.TryGetValue(at, out var term))
            {
                found.Add(term);
            }
        }

        return found;
    }

    private static HashSet<string> After(Statement statement, Dictionary<int, string> terms, int pivot)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var at = pivot + 1;
        while (at < statement.Tokens.Count && !terms.ContainsKey(at) && (IsBy(statement, at) || IsSmall(statement, at)))
        {
            at++;
        }

        for (; terms.TryGetValue(at, out var term); at++)
        {
            found.Add(term);
        }

        return found;
    }

    // "a second", "his own", but no "in" and no "and".
    private static bool IsSmall(Statement statement, int at) => statement.Tokens.IsAnyOf(at, statement.Lexicon.Stop)
        && !statement.Tokens.IsAnyOf(at, statement.Lexicon.SpeakerEnds) && !statement.Tokens.IsAnyOf(at, statement.Lexicon.ClauseStarts);

    private static bool IsBreak(Statement statement, int at) =>
        statement.Tokens.Tokens[at] is { Kind: TokenKind.Sign } sign && !Tokenizer.IsApostrophe(sign.Folded[0]);

    private static bool IsBy(Statement statement, int at) => statement.Tokens.IsAnyOf(at, statement.Lexicon.Passives);

    private sealed record Pivot(string Term, string Word, HashSet<string> Left, HashSet<string> Right, bool IsPassive);
}
