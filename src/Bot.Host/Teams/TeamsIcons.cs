namespace Bot.Host.Teams;

/// <summary>The bot's two pictures in Teams: a speech bubble with a passage in it, one line of which is marked.</summary>
internal static class TeamsIcons
{
    private const int ColourSize = 192;
    private const int OutlineSize = 32;

    private static readonly PngPicture.Colour Nothing = new(0, 0, 0, 0);
    private static readonly PngPicture.Colour White = new(255, 255, 255, 1);
    private static readonly PngPicture.Colour Blue = new(0x1F, 0x4E, 0x79, 1);
    private static readonly PngPicture.Colour Amber = new(0xF2, 0xB1, 0x34, 1);

    /// <summary>The large one, in colours.</summary>
    public static byte[] Colour() => PngPicture.Draw(ColourSize, (x, y) =>
        IsMarked(x, y) ? Amber
        : IsLine(x, y) ? Blue
        : IsBubble(x, y, 0) ? White
        : Blue);

    /// <summary>The small one: white on nothing, as Teams asks.</summary>
    public static byte[] Outline() => PngPicture.Draw(OutlineSize, (x, y) =>
        (IsBubble(x, y, 0) && !IsBubble(x, y, 0.07)) || IsMarked(x, y) || IsLine(x, y) ? White : Nothing);

    private static bool IsBubble(double x, double y, double inset) =>
        IsRounded(x, y, 0.16 + inset, 0.18 + inset, 0.84 - inset, 0.68 - inset, 0.1)
        || (y >= 0.6 && y <= 0.86 - (2 * inset) && x >= 0.3 + inset && x <= 0.3 + ((0.86 - y) * 0.9) - inset);

    private static bool IsLine(double x, double y) => IsRounded(x, y, 0.27, 0.29, 0.73, 0.345, 0.02) || IsRounded(x, y, 0.27, 0.515, 0.6, 0.57, 0.02);

    private static bool IsMarked(double x, double y) => IsRounded(x, y, 0.27, 0.39, 0.66, 0.47, 0.02);

    private static bool IsRounded(double x, double y, double left, double top, double right, double bottom, double radius)
    {
        var across = Math.Max(Math.Max(left + radius - x, x - right + radius), 0);
        var down = Math.Max(Math.Max(top + radius - y, y - bottom + radius), 0);
        return (across * across) + (down * down) <= radius * radius;
    }
}
