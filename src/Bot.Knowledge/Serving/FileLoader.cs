using System.Collections.Immutable;
using System.Security.Cryptography;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;

namespace Bot.Knowledge.Serving;

/// <summary>Reads and splits a file, unless it is the same as before.</summary>
internal sealed class FileLoader(ArticleReader reader, TimeProvider time)
{
    private const string StillServed = " Until then the last good version is served.";

    /// <summary>The file as it is now; the very same object when nothing changed.</summary>
    /// <param name="root">The knowledge folder.</param>
    /// <param name="path">The file.</param>
    /// <param name="before">The file as it was read last; <see langword="null"/> when it is new.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public KnownFile Load(string root, string path, KnownFile? before, CancellationToken cancellationToken)
    {
        var stamp = FileStamp.Of(path) is { } taken && taken.IsSettled(time.GetUtcNow()) ? taken : (FileStamp?)null;
        if (before is not null && stamp is not null && before.Stamp == stamp)
        {
            return before;
        }

        // Before the reading: an edit between the two then shows as a change the next time.
        var hash = Hash(path);
        if (before is not null && hash is not null && hash == before.Hash)
        {
            return before with { Stamp = stamp };
        }

        var reading = reader.Read(root, path, cancellationToken);
        var articles = ImmutableArray.CreateBuilder<IndexedArticle>();
        var problems = reading.Problems.ToBuilder();
        foreach (var article in reading.Articles)
        {
            try
            {
                articles.Add(new(article, PassageSplitter.Split(article)));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                problems.Add(new(reading.File, null, $"'{article.Slug}' could not be split into passages: {error.Message}",
                    "Simplify its form, or leave it out."));
            }
        }

        if (problems.Count > 0 && articles.Count == 0 && before is { Articles.IsEmpty: false })
        {
            KeepLastGood(before, articles, problems);
        }

        return new(path, stamp, hash, new(reading.File, [.. articles.Select(article => article.Article)], problems.ToImmutable()),
            articles.ToImmutable());
    }

    /// <summary>
    /// A broken edit takes nothing away: a file that gives nothing any more goes on giving what it gave, until it is whole again or gone.
    /// Of a collection that still gives some articles the others are gone: whether they are broken or taken out cannot be told.
    /// </summary>
    private static void KeepLastGood(
        KnownFile before, ImmutableArray<IndexedArticle>.Builder articles, ImmutableArray<ArticleProblem>.Builder problems)
    {
        articles.AddRange(before.Articles);
        for (var at = 0; at < problems.Count; at++)
        {
            problems[at] = problems[at] with { Cure = problems[at].Cure + StillServed };
        }
    }

    private static string? Hash(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The reader says so in words for an editor.
            return null;
        }
    }
}
