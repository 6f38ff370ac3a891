using System.Collections.Immutable;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>
/// Reads the second half of a sentence that leaves its verb out, as the first half has it: "Bicycles are allowed outside the rush hour, dogs
/// at any time" says that dogs are allowed at any time.
/// </summary>
internal static class Gapping
{
    private const int LongestVerb = 4;
    private const int FewestWords = 2;

    /// <summary>The half that says the claim word by word, with its verb; <see langword="null"/> when none does.</summary>
    public static Evidence? Of(Evidence evidence, Claimed claim)
    {
        var statement = evidence.Statement;
        if (!evidence.Speeches.IsEmpty || !evidence.Quoted.IsEmpty || statement.Marks.Any(mark => mark.Cue.Kind == CueKind.Condition))
        {
            return null;
        }

        string[] told = [.. claim.Statement.Gists.Select(gist => gist.Key)];
        for (var comma = 1; comma < statement.Tokens.Count - 1; comma++)
        {
            if (statement.Tokens.Is(comma, ',') && SaysWithVerb(told, statement, comma))
            {
                return evidence with { Statement = claim.Statement };
            }
        }

        return null;
    }

    private static bool SaysWithVerb(string[] told, Statement statement, int comma)
    {
        var first = statement.Gists.Where(gist => gist.To <= comma).ToImmutableArray();
        string[] second = [.. statement.Gists.Where(gist => gist.From > comma).Select(gist => gist.Key)];
        var length = told.Length - second.Length;
        if (second.Length < FewestWords || length is < 1 or > LongestVerb)
        {
            return false;
        }

        // The verb comes after a subject and before what the second half has something else for.
        return Enumerable.Range(1, second.Length - 1).Where(at => told.AsSpan(0, at).SequenceEqual(second.AsSpan(0, at))
                && told.AsSpan(at + length).SequenceEqual(second.AsSpan(at)))
            .Any(at => Enumerable.Range(1, Math.Max(0, first.Length - length - 1)).Any(from =>
                first.Skip(from).Take(length).Select(gist => gist.Key).SequenceEqual(told.Skip(at).Take(length))
                && !IsSmall(first[from - 1], statement) && first[from + length] is var next && (next.Fact is not null || IsSmall(next, statement))));
    }

    private static bool IsSmall(Gist gist, Statement statement) => statement.Lexicon.Stop.Contains(gist.Key)
        || statement.Marks.Any(mark => mark.From <= gist.From && gist.From < mark.To);
}
