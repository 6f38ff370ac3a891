namespace Bot.Knowledge.Passages;

/// <summary>The headings a place of an article stands under, outermost first.</summary>
internal sealed class HeadingPath
{
    private const string Under = " › ";

    private readonly Stack<(int Level, string Words)> _open = new();

    /// <summary>The headings as one line, "H2 › H3"; <see langword="null"/> before the first one.</summary>
    public string? Current { get; private set; }

    /// <summary>Leaves the headings that a heading of this level closes.</summary>
    /// <param name="level">The level, 1 the outermost.</param>
    public void Leave(int level)
    {
        while (_open.TryPeek(out var heading) && heading.Level >= level)
        {
            _open.Pop();
        }

        Name();
    }

    /// <summary>Comes under a heading.</summary>
    /// <param name="level">Its level, 1 the outermost.</param>
    /// <param name="words">Its words.</param>
    public void Enter(int level, string words)
    {
        _open.Push((level, words));
        Name();
    }

    private void Name() => Current = _open.Count == 0 ? null : string.Join(Under, _open.Reverse().Select(heading => heading.Words));

    /// <summary>The innermost of a line of headings.</summary>
    /// <param name="headings">The line, as <see cref="Current"/> gives it.</param>
    public static string Last(string headings) =>
        headings[(headings.LastIndexOf(Under, StringComparison.Ordinal) is >= 0 and var at ? at + Under.Length : 0)..];
}
