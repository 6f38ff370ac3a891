using Bot.Knowledge.Importing.Fetching;

namespace Bot.Knowledge.Importing;

/// <summary>What to import.</summary>
/// <param name="Source">An http(s) address, or a file's path.</param>
public sealed record ImportRequest(string Source)
{
    /// <summary>The slug the draft gets; <see langword="null"/> for one made of the title.</summary>
    public string? Slug { get; init; }

    /// <summary>Whether only to read it and write nothing.</summary>
    public bool PreviewOnly { get; init; }

    /// <summary>How many entries of a feed; <see langword="null"/> for what the settings say.</summary>
    public int? Most { get; init; }

    /// <summary>Whether words mean an address, of whatever kind, and not a file.</summary>
    public static bool IsAddress(string source) => PageAddress.IsMeant(source);
}
