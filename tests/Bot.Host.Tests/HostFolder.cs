namespace Bot.Host.Tests;

/// <summary>A folder with articles and room for a record.</summary>
internal sealed class HostFolder : IDisposable
{
    public const string Bridge =
        """
        ---
        title: A bridge falls in Lorne
        byline: Maya Cole
        published: 2024-05-14
        source: https://example.org/bridge
        language: en
        ---
        The old road bridge at Lorne fell into the river on Monday morning. Nobody was hurt.

        Repairs will cost 31 million euros, according to the mayor, [Joan Pell](https://example.org/pell).

        A ferry crosses the river every twenty minutes.
        """;

    private HostFolder(string root) => Root = root;

    public string Root { get; }

    public string Knowledge => Path.Combine(Root, "knowledge");

    public string Record => Path.Combine(Root, "data", "record.db");

    public static HostFolder New()
    {
        var folder = new HostFolder(Directory.CreateTempSubdirectory("bot-host-").FullName);
        Directory.CreateDirectory(folder.Knowledge);
        folder.Write("bridge", Bridge);
        return folder;
    }

    public void Write(string slug, string markdown) => File.WriteAllText(Path.Combine(Knowledge, slug + ".md"), markdown);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
