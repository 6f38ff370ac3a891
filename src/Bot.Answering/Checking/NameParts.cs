namespace Bot.Answering.Checking;

/// <summary>Cuts a name into the words that tell it from others.</summary>
internal static class NameParts
{
    private static readonly char[] Joints = [' ', '-', '&', '.'];

    private static readonly HashSet<string> Small =
        new(["of", "the", "and", "for", "al", "el", "bin", "ibn", "de", "la", "le", "del", "della", "di", "da", "van", "von", "der", "den",
            "du", "des", "y", "l'", "d'", "st"], StringComparer.Ordinal);

    public static IEnumerable<string> Of(string name) =>
        name.Split(Joints, StringSplitOptions.RemoveEmptyEntries).Where(part => !Small.Contains(part)) is var parts && parts.Any() ? parts
            : [name];
}
