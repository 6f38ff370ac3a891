using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Records.Documents;

/// <summary>The versions that the JSON now being written or read needs. Converters get no arguments, hence the thread's own.</summary>
internal sealed class VersionScope : IDisposable
{
    [ThreadStatic]
    private static VersionScope? _current;

    private readonly Dictionary<string, ArticleVersion> _versions = new(StringComparer.Ordinal);

    public VersionScope(IEnumerable<ArticleVersion> versions)
    {
        foreach (var version in versions)
        {
            _versions[version.Hash] = version;
        }

        _current = this;
    }

    /// <summary>The versions that were named.</summary>
    public ImmutableArray<ArticleVersion> Used => [.. _versions.Values];

    public static string Name(Article article)
    {
        var version = ArticleVersion.Of(article);
        _current!._versions[version.Hash] = version;
        return version.Hash;
    }

    public static Article Find(string hash) => _current!._versions[hash].Article;

    public void Dispose() => _current = null;
}
