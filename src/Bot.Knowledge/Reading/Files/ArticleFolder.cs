using System.Collections.Immutable;
using Bot.Knowledge.Reading.Formats;

namespace Bot.Knowledge.Reading.Files;

/// <summary>The knowledge folder: which of its files are articles, what they are called, and that no link leads out of it.</summary>
public static class ArticleFolder
{
    /// <summary>
    /// Whether a file holds articles, by its name alone: <c>.md</c>, <c>.txt</c>, <c>.html</c>, <c>.htm</c> or <c>.jsonl</c>, with no
    /// part of the path below the folder starting with <c>.</c> or <c>_</c>.
    /// </summary>
    /// <param name="root">The knowledge folder.</param>
    /// <param name="path">The file, below <paramref name="root"/>.</param>
    public static bool IsArticle(string root, string path) =>
        ArticleFormats.Knows(path) && !NameOf(root, path).Split('/').Any(IsHidden);

    /// <summary>A file's name in problems: its path below the folder, with <c>/</c> between its parts.</summary>
    /// <param name="root">The knowledge folder.</param>
    /// <param name="path">The file, below <paramref name="root"/>.</param>
    public static string NameOf(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>
    /// Lists the articles of a folder and the folders in it, or just a file. A missing path is a problem, not an exception.
    /// </summary>
    /// <param name="path">A folder or a file.</param>
    public static ArticleListing List(string path)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path))
        {
            return new(Path.GetDirectoryName(path)!, [path], []);
        }

        if (!Directory.Exists(path))
        {
            return new(path, [], [new(path, null, "There is no such folder or file.", "Create it, or set Knowledge:Path.")]);
        }

        var files = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<ArticleProblem>();
        Walk(path, path, files, problems);
        files.Sort(StringComparer.Ordinal);
        return new(path, files.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Refuses a file that is, or stands behind, a link that leads out of the folder.</summary>
    /// <exception cref="UnreadableException">It is.</exception>
    internal static void RefuseLinksOut(string root, string path)
    {
        var home = Path.TrimEndingDirectorySeparator(RealPath(Path.GetFullPath(root)));
        var real = RealPath(Path.GetFullPath(path));
        if (real != home && !real.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UnreadableException(null,
                $"It leads out of the knowledge folder, to '{real}'.", "Put a copy of the article into the folder instead of a link.");
        }
    }

    private static void Walk(
        string root, string folder, ImmutableArray<string>.Builder files, ImmutableArray<ArticleProblem>.Builder problems)
    {
        foreach (var entry in Entries(root, folder, problems).Where(entry => !IsHidden(entry.Name)))
        {
            if (entry is not DirectoryInfo)
            {
                if (ArticleFormats.Knows(entry.Name))
                {
                    files.Add(entry.FullName);
                }
            }
            else if (entry.LinkTarget is null)
            {
                Walk(root, entry.FullName, files, problems);
            }
            else if (ProblemOfLink(root, entry.FullName) is { } problem)
            {
                // A link to a folder within is left alone: its files are read where they stand, and links cannot run in circles.
                problems.Add(problem);
            }
        }
    }

    private static FileSystemInfo[] Entries(string root, string folder, ImmutableArray<ArticleProblem>.Builder problems)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(NameOf(root, folder), null, $"The folder cannot be listed: {error.Message}", "Check its permissions."));
            return [];
        }
    }

    private static ArticleProblem? ProblemOfLink(string root, string path)
    {
        try
        {
            RefuseLinksOut(root, path);
            return null;
        }
        catch (UnreadableException error)
        {
            return new(NameOf(root, path), error.Line, error.Message, error.Cure);
        }
    }

    private static bool IsHidden(string name) => name.StartsWith('.') || name.StartsWith('_');

    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = Path.Combine(RealPath(parent), Path.GetFileName(path));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        if (entry.LinkTarget is null)
        {
            return here;
        }

        var target = entry.ResolveLinkTarget(returnFinalTarget: true)!;
        return target.Exists
            ? RealPath(target.FullName)
            : throw new UnreadableException(
                null, $"It is a link to '{entry.LinkTarget}', which is not there.", "Delete the link, or restore its target.");
    }
}
