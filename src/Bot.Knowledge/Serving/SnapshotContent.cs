using System.Collections.Immutable;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Search;

namespace Bot.Knowledge.Serving;

/// <summary>What a snapshot shows, shared by all who hold it.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Articles">The articles by slug.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="View">The index of exactly these articles.</param>
internal sealed record SnapshotContent(
    long Version, ImmutableSortedDictionary<string, IndexedArticle> Articles, ImmutableArray<ArticleProblem> Problems, PassageView View)
{
    private OpenArticles? _open;

    /// <summary>The articles that readers may see at a moment: mostly the same as the moment before.</summary>
    public OpenArticles OpenAt(DateTimeOffset moment)
    {
        var open = Volatile.Read(ref _open);
        if (open?.AreOf(moment) != true)
        {
            Volatile.Write(ref _open, open = OpenArticles.At(moment, Articles.Values));
        }

        return open;
    }
}
