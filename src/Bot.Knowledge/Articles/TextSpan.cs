namespace Bot.Knowledge.Articles;

/// <summary>A half-open range <c>[Start, End)</c> of UTF-16 code units in an article's canonical text.</summary>
/// <param name="Start">The first code unit of the range.</param>
/// <param name="End">The code unit just past the range; never less than <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many UTF-16 code units the range holds.</summary>
    public int Length => End - Start;

    /// <summary>The words of <paramref name="text"/> that the range covers.</summary>
    public string In(string text) => text[Start..End];

    /// <summary>The characters of <paramref name="text"/> that the range covers, without a copy.</summary>
    public ReadOnlySpan<char> Over(string text) => text.AsSpan(Start, Length);

    /// <summary>Whether <paramref name="other"/> lies wholly within this range.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two ranges share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The same range, moved by <paramref name="offset"/> code units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, End + offset);
}
