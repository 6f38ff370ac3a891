namespace Bot.Knowledge.Articles;

/// <summary>What readers and editors call articles by.</summary>
public static class Slugs
{
    /// <summary>The slug that was probably meant; <see langword="null"/> when none comes near.</summary>
    /// <param name="asked">The slug that does not exist.</param>
    /// <param name="known">Those that do.</param>
    public static string? Closest(string asked, IEnumerable<string> known) =>
        known.Select(slug => (Slug: slug, Distance: Distance(slug, asked)))
            .Where(near => near.Distance * 2 <= Math.Max(near.Slug.Length, asked.Length) || near.Slug.Contains(asked, StringComparison.OrdinalIgnoreCase))
            .OrderBy(near => near.Distance).ThenBy(near => near.Slug, StringComparer.Ordinal)
            .Select(near => near.Slug)
            .FirstOrDefault();

    // Levenshtein's, over one row.
    private static int Distance(string known, string asked)
    {
        var row = Enumerable.Range(0, asked.Length + 1).ToArray();
        for (var i = 1; i <= known.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= asked.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(known[i - 1]) == char.ToLowerInvariant(asked[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
