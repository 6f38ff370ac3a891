namespace Bot.Conversations.Corrections;

/// <summary>The longest common subsequence of two lists of words (Myers, 1986: time and memory by the number of changes).</summary>
internal static class WordPairs
{
    /// <summary>The pairs of equal words, in order.</summary>
    /// <param name="old">The old words.</param>
    /// <param name="now">The new words.</param>
    /// <param name="most">Past this many changes only the common beginning and end are paired.</param>
    public static List<(int Old, int New)> Of(string[] old, string[] now, int most)
    {
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var pairs = Enumerable.Range(0, start).Select(index => (index, index)).ToList();
        pairs.AddRange(Middle(old.AsSpan(start..^end), now.AsSpan(start..^end), most).Select(pair => (pair.Old + start, pair.New + start)));
        pairs.AddRange(Enumerable.Range(0, end).Select(index => (old.Length - end + index, now.Length - end + index)));
        return pairs;
    }

    private static List<(int Old, int New)> Middle(ReadOnlySpan<string> old, ReadOnlySpan<string> now, int most)
    {
        var limit = Math.Min(old.Length + now.Length, most);
        var furthest = new int[(2 * limit) + 3];
        var steps = new List<int[]>();
        for (var changes = 0; changes <= limit; changes++)
        {
            steps.Add(furthest[(limit + 1 - changes)..(limit + 2 + changes)]);
            for (var diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                var down = diagonal == -changes || (diagonal != changes && furthest[limit + diagonal] < furthest[limit + 2 + diagonal]);
                var x = down ? furthest[limit + 2 + diagonal] : furthest[limit + diagonal] + 1;
                while (x < old.Length && x - diagonal < now.Length && old[x] == now[x - diagonal])
                {
                    x++;
                }

                furthest[limit + 1 + diagonal] = x;
                if (x >= old.Length && x - diagonal >= now.Length)
                {
                    return Back(steps, old.Length, now.Length);
                }
            }
        }

        return [];
    }

    // steps[changes] holds the diagonals -changes..changes as they were before that many changes were tried.
    private static List<(int Old, int New)> Back(List<int[]> steps, int x, int y)
    {
        var pairs = new List<(int, int)>();
        for (var changes = steps.Count - 1; changes >= 0; changes--)
        {
            var row = steps[changes];
            int At(int diagonal) => Math.Abs(diagonal) <= changes ? row[diagonal + changes] : 0;
            var diagonal = x - y;
            var down = diagonal == -changes || (diagonal != changes && At(diagonal - 1) < At(diagonal + 1));
            var before = changes == 0 ? 0 : down ? diagonal + 1 : diagonal - 1;
            var fromX = changes == 0 ? 0 : At(before);
            var fromY = changes == 0 ? 0 : fromX - before;
            var afterX = changes == 0 ? 0 : down ? fromX : fromX + 1;
            while (x > afterX && y > afterX - diagonal)
            {
                pairs.Add((--x, --y));
            }

            (x, y) = (fromX, fromY);
        }

        pairs.Reverse();
        return pairs;
    }
}
