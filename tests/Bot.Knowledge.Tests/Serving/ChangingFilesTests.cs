using System.Globalization;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Knowledge.Tests.Serving;

/// <summary>Files change at random while readers ask. Each sentence says which version of its file it is of.</summary>
public class ChangingFilesTests
{
    private const int Files = 100;
    private const int Readers = 8;

    /// <summary>How often the hundred files are gone through; set the variable for a soak of any length.</summary>
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("BOT_SOAK_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 1;

    private int _lastVersion;

    [Fact]
    public async Task Readers_see_whole_snapshots_while_a_hundred_files_are_changed_added_broken_and_deleted()
    {
        await using var folder = new KnowledgeFolder();
        var random = new Random(20261122);
        Dictionary<string, int?> written = [];
        Dictionary<string, int> served = [];
        using var done = new CancellationTokenSource();
        // Threads of their own: readers that never pause must not keep the pool from the refresh.
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () => AskUntil(folder.Knowledge, done.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            for (var step = 0; step < Files * Rounds; step++)
            {
                Disturb(folder, random, written);
                if (random.Next(2) == 0)
                {
                    await folder.RefreshAsync();
                    served = written
                        .Select(file => (Slug: file.Key, Version: file.Value ?? served.GetValueOrDefault(file.Key)))
                        .Where(file => file.Version > 0)
                        .ToDictionary(file => file.Slug, file => file.Version);
                    AssertServed(folder.Knowledge, served);
                }
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        Assert.All(await Task.WhenAll(readers), asked => Assert.True(asked > 0));
    }

    private static void AssertServed(KnowledgeBase knowledge, Dictionary<string, int> served)
    {
        using var snapshot = knowledge.Acquire();
        Assert.Equal(served, AssertWhole(snapshot));
    }

    private static int AskUntil(KnowledgeBase knowledge, CancellationToken done)
    {
        var asked = 0;
        for (; asked == 0 || !done.IsCancellationRequested; asked++)
        {
            using var snapshot = knowledge.Acquire();
            AssertWhole(snapshot);
        }

        return asked;
    }

    /// <summary>Articles, passages and hits are of the same version of each file, and none is missing.</summary>
    private static Dictionary<string, int> AssertWhole(KnowledgeSnapshot snapshot)
    {
        var versions = snapshot.Articles.ToDictionary(article => article.Key, article => VersionOf(article.Value));
        var hits = snapshot.Search(new PassageQuery("zebra") { Limit = int.MaxValue }, CancellationToken.None);
        foreach (var hit in hits)
        {
            var slug = hit.Passage.Article.Slug;
            var article = snapshot.Articles[slug];
            if (!ReferenceEquals(article.Article, hit.Passage.Article)
                || !article.Passages.Contains(hit.Passage)
                || !hit.Span.Over(article.Article.Text).EndsWith($" {versions[slug]}."))
            {
                Assert.Fail($"Version {snapshot.Version} has {slug} in version {versions[slug]} and found: {hit.Text}");
            }
        }

        Assert.Equal(snapshot.Articles.Values.Sum(article => article.Passages.Sum(passage => passage.Sentences.Length)), hits.Length);
        if (hits.Length > 0)
        {
            Assert.Equal(Bm25.InverseDocumentFrequency(hits.Length, hits.Length), snapshot.InverseDocumentFrequency("en", "zebra"));
        }

        return versions;
    }

    private static int VersionOf(IndexedArticle article)
    {
        var text = article.Article.Text.TrimEnd('\n', '.');
        return int.Parse(text.AsSpan(text.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>Does something to one file; a broken one has no version.</summary>
    private void Disturb(KnowledgeFolder folder, Random random, Dictionary<string, int?> written)
    {
        var slug = $"file{random.Next(Files)}";
        var name = slug + ".txt";
        switch (random.Next(10))
        {
            case 0 or 1:
                folder.Delete(name);
                written.Remove(slug);
                break;
            case 2 or 3:
                folder.Break(name);
                written[slug] = null;
                break;
            default:
                var version = ++_lastVersion;
                folder.Write(name, string.Join("\n\n", Enumerable.Range(1, random.Next(1, 6)).Select(at =>
                    $"The zebra of paragraph {at} was seen grazing near the river in version {version}. Another zebra was there in version {version}.")));
                written[slug] = version;
                break;
        }
    }
}
