namespace Bot.Discord.Tests.Running;

/// <summary>Articles on disk.</summary>
internal sealed class ArticleFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bot-discord-").FullName;

    public void Write(string slug, string title, string published, string text = "Nothing happened.", string status = "published")
    {
        var file = System.IO.Path.Combine(Path, slug + ".md");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"---\ntitle: \"{title}\"\npublished: {published}\nlanguage: en\nstatus: {status}\n---\n{text}\n");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
