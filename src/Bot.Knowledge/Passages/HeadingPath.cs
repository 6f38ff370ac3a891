namespace Bot.Knowledge.Passages;

/// <summary>The headings a place of an article stands under, outermost first.</summary>
internal sealed class HeadingPath
{
    private readonly Stack<(int Level, string Words)> _open = new();

    /// <summary>The headings as one line, "H2 › H3"; <see langword="null"/> before the first one.</summary>
    public string? Current { get; private set; }

    /// <summary>Leaves the headings that a heading of this level closes.</summary>
    public void Leave(int level)
    {
        while (_open.TryPeek(out var heading) && heading.Level >= level)
        {
            _open.Pop();
        }

        Name();
    }

    /// <summary>Comes under a heading.</summary>
    public void Enter(int level, string words)
    {
        _open.Push((level, words));
        Name();
    }

    private void Name() => Current = _open.Count == 0 ? null : string.Join(" › ", _open.Reverse().Select(heading => heading.Words));
}
