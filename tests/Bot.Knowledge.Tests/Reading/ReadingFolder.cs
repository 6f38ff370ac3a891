using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;

namespace Bot.Knowledge.Tests.Reading;

/// <summary>A knowledge folder of one test, and the reader over it.</summary>
internal sealed class ReadingFolder : IDisposable
{
    public ReadingFolder() => Options = new() { Path = Root };

    public string Root { get; } = Directory.CreateTempSubdirectory("bot-reading-").FullName;

    public KnowledgeOptions Options { get; }

    public ArticleReader Reader => new(Microsoft.Extensions.Options.Options.Create(Options));

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ArticleFile Read(string name, string text) => Reader.Read(Root, Write(name, text), CancellationToken.None);

    public ArticleFile Read(string name, byte[] bytes) => Reader.Read(Root, Write(name, bytes), CancellationToken.None);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>Reads one text that must give one article without a problem, or one that must give a problem alone.</summary>
internal static class Reading
{
    public static Article Article(string name, string text) => Article(name, Encoding.UTF8.GetBytes(text));

    public static Article Article(string name, byte[] bytes)
    {
        using var folder = new ReadingFolder();
        var file = folder.Read(name, bytes);
        Assert.Empty(file.Problems);
        return Assert.Single(file.Articles);
    }

    public static ArticleProblem Problem(string name, string text, Action<KnowledgeOptions>? configure = null) =>
        Problem(name, Encoding.UTF8.GetBytes(text), configure);

    public static ArticleProblem Problem(string name, byte[] bytes, Action<KnowledgeOptions>? configure = null)
    {
        using var folder = new ReadingFolder();
        configure?.Invoke(folder.Options);
        var file = folder.Read(name, bytes);
        Assert.Empty(file.Articles);
        return Assert.Single(file.Problems);
    }

    public static string[] Words(this Article article) => [.. article.Blocks.Select(block => block.Span.In(article.Text))];

    public static string[] Words(this Article article, BlockKind kind) =>
        [.. article.Blocks.Where(block => block.Kind == kind).Select(block => block.Span.In(article.Text))];

    public static string[] Parts(this Article article, Block block) => [.. block.Parts.Select(part => part.In(article.Text))];
}
