using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Records.Documents;

/// <summary>An article as it is or was, named by the hash of all that is known of it.</summary>
internal sealed class ArticleVersion
{
    private const int FewVersions = 256;

    // Articles are immutable and cited again and again.
    private static readonly ConditionalWeakTable<Article, ArticleVersion> Known = [];

    // Most of what is read from the record cites articles that are served just now: these are not read again. Held weakly, so that the memory is
    // that of the articles which somebody uses.
    private static readonly ConcurrentDictionary<string, WeakReference<ArticleVersion>> InUse = new(StringComparer.Ordinal);
    private static int _tidyAt = FewVersions;

    private ArticleVersion(Article article)
    {
        Article = article;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)))[..32];
    }

    public Article Article { get; }

    // Longer than the article's text and asked for once, when it is stored: all articles' documents would be most of the memory.
    public string Document => RecordJson.OfArticle(Article);

    public string Hash { get; }

    public static ArticleVersion Of(Article article)
    {
        if (Known.TryGetValue(article, out var known))
        {
            return known;
        }

        var version = Known.GetValue(article, static key => new(key));
        InUse[version.Hash] = new(version);
        Tidy();
        return version;
    }

    public static ArticleVersion Read(string document) => Of(RecordJson.ToArticle(document));

    /// <summary>The version of that hash, if something in this process uses it.</summary>
    public static bool TryFind(string hash, [MaybeNullWhen(false)] out ArticleVersion version)
    {
        version = null;
        return InUse.TryGetValue(hash, out var used) && used.TryGetTarget(out version);
    }

    private static void Tidy()
    {
        if (InUse.Count < Volatile.Read(ref _tidyAt))
        {
            return;
        }

        foreach (var unused in InUse.Where(entry => !entry.Value.TryGetTarget(out _)))
        {
            InUse.TryRemove(unused);
        }

        Volatile.Write(ref _tidyAt, Math.Max(FewVersions, InUse.Count * 2));
    }
}
