using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Importing;

/// <summary>The file a draft is written to: always within the knowledge folder, and never one that holds something else.</summary>
/// <param name="Slug">The draft's slug.</param>
/// <param name="Path">The file.</param>
/// <param name="Replaces">Whether a draft of the same page stands there.</param>
internal sealed record DraftFile(string Slug, string Path, bool Replaces)
{
    private const int LongestSlug = 60;
    private const int MostOfOneName = 1_000;

    /// <summary>Where an article goes: onto the draft with the same source, else to a name that is free.</summary>
    /// <param name="root">The knowledge folder.</param>
    /// <param name="article">The article.</param>
    /// <param name="wanted">The slug an editor wants; <see langword="null"/> for one made of the title.</param>
    /// <param name="known">What the folder holds.</param>
    /// <exception cref="ImportException">What stands there is not to be replaced.</exception>
    public static DraftFile For(string root, Article article, string? wanted, IReadOnlyList<ArticleFile> known)
    {
        if (article.Source is { } source && known.FirstOrDefault(file => file.Articles.Any(other => other.Source == source)) is { } same)
        {
            return Onto(root, same, source);
        }

        var slug = wanted is null ? SlugOf(article) : Checked(wanted);
        if (IsFree(root, slug, known))
        {
            return new(slug, PathOf(root, slug), Replaces: false);
        }

        return wanted is not null
            ? throw new ImportException($"'{article.Source?.AbsoluteUri ?? article.Title}' is not written: '{slug}' is another article.", "Choose another name with --slug.")
            : Enumerable.Range(2, MostOfOneName).Select(number => $"{slug}-{number}").Where(next => IsFree(root, next, known))
                .Select(next => new DraftFile(next, PathOf(root, next), Replaces: false)).First();
    }

    /// <summary>Writes all of it or nothing.</summary>
    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);

        // Hidden until it is whole: whoever watches the folder reads no half of it.
        var hidden = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, $".{Guid.NewGuid():N}.part");
        try
        {
            await File.WriteAllTextAsync(hidden, text, new UTF8Encoding(false), cancellationToken);
            File.Move(hidden, Path, overwrite: Replaces);
        }
        finally
        {
            File.Delete(hidden);
        }
    }

    private static DraftFile Onto(string root, ArticleFile file, Uri source)
    {
        var draft = file.Articles[0];
        var path = System.IO.Path.Combine(root, file.File);
        return file.Articles.Length > 1 || !file.File.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || draft.Status != ArticleStatus.Draft
            ? throw new ImportException(
                $"'{source.AbsoluteUri}' is not written: it is in the folder as {file.File}, which is {(draft.Status == ArticleStatus.Draft ? "no Markdown draft" : draft.Status.ToString().ToLowerInvariant())}.",
                $"To replace it, make it a draft first ('status {draft.Slug} draft'), or delete it.")
            : new(draft.Slug, path, Replaces: true);
    }

    private static bool IsFree(string root, string slug, IReadOnlyList<ArticleFile> known) =>
        !System.IO.Path.Exists(PathOf(root, slug)) && !known.Any(file => file.Articles.Any(article => article.Slug == slug));

    private static string PathOf(string root, string slug) => System.IO.Path.Combine(root, slug.Replace('/', System.IO.Path.DirectorySeparatorChar) + ".md");

    private static string Checked(string wanted)
    {
        try
        {
            if (ArticleSlug.Of(wanted + ".md") == wanted && !wanted.Split('/').Any(part => part.StartsWith('_')))
            {
                return wanted;
            }
        }
        catch (UnreadableException)
        {
            // Said below.
        }

        throw new ImportException($"'{wanted}' is no slug.", "Write lower-case letters, digits and hyphens, such as bridge-falls or news/bridge-falls.");
    }

    private static string SlugOf(Article article)
    {
        var words = article.Title.Any(char.IsLetterOrDigit) ? article.Title : "article";
        var slug = ArticleSlug.Of(words.Replace('/', ' ').Replace('.', ' ') + ".md").TrimStart('_', '-');
        if (slug.Length > LongestSlug)
        {
            var cut = char.IsHighSurrogate(slug[LongestSlug - 1]) ? LongestSlug - 1 : LongestSlug;
            slug = slug[..(slug.LastIndexOf('-', cut - 1) is var hyphen and > LongestSlug / 2 ? hyphen : cut)];
        }

        return slug.Length > 0 ? slug : "article";
    }
}
