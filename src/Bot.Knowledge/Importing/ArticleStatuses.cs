using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Importing;

/// <summary>Moves articles from draft to published to withdrawn, in their files' front matter.</summary>
public sealed class ArticleStatuses
{
    private readonly KnowledgeOptions _options;
    private readonly ArticleReader _reader;

    internal ArticleStatuses(IOptions<KnowledgeOptions> options, ArticleReader reader)
    {
        _options = options.Value;
        _reader = reader;
    }

    /// <summary>Gives an article another status; the rest of its file stays byte for byte.</summary>
    /// <param name="slug">The article.</param>
    /// <param name="status">The status.</param>
    /// <param name="cancellationToken">Stops it before anything is written.</param>
    /// <returns>The article as it was before.</returns>
    /// <exception cref="ImportException">There is no such article, or its file cannot say it.</exception>
    public async Task<Article> MoveAsync(string slug, ArticleStatus status, CancellationToken cancellationToken)
    {
        var (path, article) = Find(slug, cancellationToken);
        if (article.Status == status)
        {
            return article;
        }

        if (Path.GetExtension(path).ToLowerInvariant() is not (".md" or ".txt"))
        {
            throw new ImportException($"The status of '{slug}' cannot be changed: {Path.GetFileName(path)} has no front matter.", "Make a Markdown draft of it with 'import', and delete the file.");
        }

        var before = await File.ReadAllBytesAsync(path, cancellationToken);
        var after = StatusField.With(before, status);
        var file = ArticleFolder.NameOf(Root, path);
        if (_reader.Read(new ArticleSource(file, after), cancellationToken) is not { Problems: [], Articles: [var moved] } || !IsOnlyMoved(article, moved, status))
        {
            throw new ImportException($"The status of '{slug}' cannot be changed in {file}: its front matter says it in a form of its own.", $"Write 'status: {status.ToString().ToLowerInvariant()}' there by hand.");
        }

        await ReplaceAsync(path, after, cancellationToken);
        return article;
    }

    private string Root => ArticleFolder.List(_options.Path).Root;

    private static bool IsOnlyMoved(Article before, Article after, ArticleStatus status) =>
        after.Status == status && after.Title == before.Title && after.Text == before.Text && after.Source == before.Source && after.PublishAt == before.PublishAt;

    private static async Task ReplaceAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        var hidden = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.part");
        try
        {
            await File.WriteAllBytesAsync(hidden, bytes, cancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(hidden, File.GetUnixFileMode(path));
            }

            File.Move(hidden, path, overwrite: true);
        }
        finally
        {
            File.Delete(hidden);
        }
    }

    private (string Path, Article Article) Find(string slug, CancellationToken cancellationToken)
    {
        var listing = ArticleFolder.List(_options.Path);
        var known = new List<string>();
        foreach (var path in listing.Files)
        {
            foreach (var article in _reader.Read(listing.Root, path, cancellationToken).Articles)
            {
                if (article.Slug == slug)
                {
                    return (path, article);
                }

                known.Add(article.Slug);
            }
        }

        var closest = Slugs.Closest(slug, known) is { } near ? $"; the closest is '{near}'" : "";
        throw new ImportException($"There is no article '{slug}'{closest}.", "'passages --editor' lists them, drafts too.");
    }
}
