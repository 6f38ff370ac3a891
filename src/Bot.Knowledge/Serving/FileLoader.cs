using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Bot.Knowledge.Keeping;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Serving;

/// <summary>Reads and splits a file, unless it is the same as before, or as a process before this one knew it.</summary>
/// <param name="reader">Reads it.</param>
/// <param name="options">How it is read.</param>
/// <param name="time">Tells whether a later edit is sure to be seen.</param>
/// <param name="kept">The articles that are kept of a file, by its key; none when it must be read.</param>
internal sealed class FileLoader(ArticleReader reader, KnowledgeOptions options, TimeProvider time, Func<string, ImmutableArray<IndexedArticle>> kept)
{
    // Articles of text are seldom longer; of longer ones no more than a part is in memory at a time.
    private const int UsualBytes = 1 << 16;

    private const string StillServed = " Until then the last good version is served.";

    /// <summary>The file as it is now; the very same object when nothing changed.</summary>
    /// <param name="root">The knowledge folder.</param>
    /// <param name="path">The file.</param>
    /// <param name="before">The file as it was read last; <see langword="null"/> when it is new.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public KnownFile Load(string root, string path, KnownFile? before, CancellationToken cancellationToken)
    {
        var found = FileStamp.Of(path);
        var stamp = found?.IsSettled(time.GetUtcNow()) == true ? found : null;
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

        // Where a link leads to is looked at when it is read.
        var key = hash is null || found is null or { IsLinked: true } ? null : KeptVersion.KeyOf(ArticleFolder.NameOf(root, path), hash, options);
        if (key is not null && kept(key) is { IsEmpty: false } known)
        {
            return new(path, stamp, hash, new(ArticleFolder.NameOf(root, path), [.. known.Select(article => article.Article)], []), known, key);
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
            articles.ToImmutable(), problems.Count > 0 ? null : key);
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
        var bytes = ArrayPool<byte>.Shared.Rent(UsualBytes);
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var read = RandomAccess.Read(file, bytes, 0);
            if (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) == 0)
            {
                return Convert.ToHexString(SHA256.HashData(bytes.AsSpan(0, read)));
            }

            using var stream = new FileStream(file, FileAccess.Read);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The reader says so in words for an editor.
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
