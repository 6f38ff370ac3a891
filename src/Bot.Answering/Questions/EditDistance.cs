namespace Bot.Answering.Questions;

/// <summary>How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of another (Damerau, 1964).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or more than <paramref name="most"/> when it is more.</summary>
    public static int Of(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        int[] before = new int[right.Length + 1], row = [.. Enumerable.Range(0, right.Length + 1)], next = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                next[j] = Math.Min(row[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }

            (before, row, next) = (row, next, before);
        }

        return row[^1];
    }
}
