using System.Collections.Immutable;
using Bot.Answering.Answers;

namespace Bot.Answering.Checking;

/// <summary>
/// Numbers citations from 1 in the order in which they first appear. The same words have the same number wherever they are cited.
/// </summary>
internal static class CitationNumbering
{
    /// <summary>The claims with their citations numbered; within a claim no citation stands twice.</summary>
    public static ImmutableArray<Claim> Number(IEnumerable<Claim> claims)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. claims.Select(claim => claim with { Citations = [.. claim.Citations.DistinctBy(citation =>
            citation.Id).Select(citation => citation with { Number = NumberOf(citation) })] })];

        int NumberOf(Citation citation)
        {
            if (!numbers.TryGetValue(citation.Id, out var number))
            {
                numbers[citation.Id] = number = numbers.Count + 1;
            }

            return number;
        }
    }
}
