namespace Bot.Discord.Rendering;

/// <summary>A list in one message: as much of it as fits, and how much is left.</summary>
internal static class Listing
{
    /// <summary>The message's content.</summary>
    /// <param name="lead">What stands above.</param>
    /// <param name="lines">The list.</param>
    /// <param name="more">Says how many are left.</param>
    public static Page Of(string lead, IReadOnlyList<Line> lines, Func<int, string> more)
    {
        for (var shown = lines.Count; ; shown--)
        {
            var left = lines.Count - shown;
            Line[] all = [Line.Of("", AnswerLines.Words(lead)), .. lines.Take(shown), .. left > 0 ? [Line.Of(Line.Small, AnswerLines.Words(more(left)))] : (Line[])[]];
            if (Pages.Of(all) is [var page])
            {
                return page;
            }
        }
    }
}
