using Bot.Knowledge.Reading.Files;

namespace Bot.Evaluation.Cases.Covering;

/// <summary>A copy of the articles as they were, with which later edits are compared.</summary>
/// <param name="folder">The folder of the copy; nothing else is kept in it.</param>
public sealed class KeptArticles(string folder)
{
    private const string Copy = "articles";

    /// <summary>Where the articles are; <see langword="null"/> when none are kept.</summary>
    public string? Path
    {
        get
        {
            var kept = System.IO.Path.Combine(folder, Copy);
            return Directory.Exists(kept) ? kept : null;
        }
    }

    /// <summary>Keeps the articles as they are now, in place of those kept before.</summary>
    /// <param name="knowledge">The folder of articles, or one file of them.</param>
    /// <returns>How many files are kept.</returns>
    public int Keep(string knowledge)
    {
        var kept = System.IO.Path.Combine(folder, Copy);
        var writing = $"{kept}.{System.IO.Path.GetRandomFileName()}";
        var listing = ArticleFolder.List(knowledge);
        foreach (var file in listing.Files)
        {
            var copy = System.IO.Path.Combine(writing, System.IO.Path.GetRelativePath(listing.Root, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (Directory.Exists(kept))
        {
            Directory.Delete(kept, recursive: true);
        }

        Directory.CreateDirectory(writing);
        Directory.Move(writing, kept);
        return listing.Files.Length;
    }
}
