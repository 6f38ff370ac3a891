using Lucene.Net.Index;

namespace Bot.Knowledge.Search;

/// <summary>Where the sentences of a live article stand in an index reader: side by side, from <paramref name="Start"/> on.</summary>
/// <param name="Start">The document of its first sentence.</param>
/// <param name="Sentences">The article's sentences.</param>
/// <param name="Rank">The article's place among all by slug.</param>
internal readonly record struct ArticleBlock(int Start, IndexedSentences Sentences, int Rank)
{
    /// <summary>The document just past its last sentence.</summary>
    public int End => Start + Sentences.Count;

    /// <summary>Finds the blocks of these articles, in order; what else a reader holds is no longer live.</summary>
    public static ArticleBlock[] Find(DirectoryReader reader, IReadOnlyCollection<IndexedSentences> articles)
    {
        var live = articles.OrderBy(article => article.Article.Slug, StringComparer.Ordinal).Select((article, rank) => (Sentences: article, Rank: rank)).ToDictionary(each => each.Sentences.Number);
        List<ArticleBlock> blocks = new(live.Count);
        foreach (var leaf in reader.Leaves)
        {
            var numbers = leaf.AtomicReader.GetNumericDocValues(IndexFields.Article);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc;)
            {
                if (live.TryGetValue((int)numbers.Get(document), out var article))
                {
                    blocks.Add(new(leaf.DocBase + document, article.Sentences, article.Rank));
                    document += article.Sentences.Count;
                }
                else
                {
                    document++;
                }
            }
        }

        return [.. blocks];
    }
}
