using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Importing;

/// <summary>The knowledge folder during one import: what it holds, read once, and what was added since.</summary>
/// <param name="path">The folder.</param>
/// <param name="reader">Reads articles.</param>
internal sealed class ImportFolder(string path, ArticleReader reader)
{
    private List<ArticleFile>? _files;

    public string Root { get; } = Path.GetFullPath(path);

    /// <exception cref="ImportException">It is a file.</exception>
    public IReadOnlyList<ArticleFile> Files(CancellationToken cancellationToken) => _files ??= File.Exists(Root)
        ? throw new ImportException($"Nothing is imported: '{Root}' is a file.", "Name a folder of articles with --knowledge PATH.")
        : [.. ArticleFolder.List(Root).Files.Select(file => reader.Read(Root, file, cancellationToken))];

    public void Add(string file, Article article)
    {
        var name = ArticleFolder.NameOf(Root, file);
        _files?.RemoveAll(known => known.File == name);
        _files?.Add(new(name, [article], []));
    }
}
