using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Bot.Answering.Tracing;
using Bot.Conversations.Records.Documents;

namespace Bot.Conversations.Records.Keeping;

/// <summary>What answers were made of, taken apart so that each part is stored once.</summary>
internal sealed class SourceDocuments
{
    // An edit of one article writes one list anew, and the list of lists.
    private const int ShelfSize = 64;
    private const int MostShelves = 1_024;

    private SourceDocuments(ImmutableArray<ArticleVersion> versions, ImmutableArray<KeptDocument> parts, KeptDocument whole) =>
        (Versions, Parts, Whole) = (versions, parts, whole);

    /// <summary>The articles and the texts of fixed replies.</summary>
    public ImmutableArray<ArticleVersion> Versions { get; }

    /// <summary>Prompts, replies, and lists of articles.</summary>
    public ImmutableArray<KeptDocument> Parts { get; }

    /// <summary>What names all of it; written last, so that where it is nothing is missing.</summary>
    public KeptDocument Whole { get; }

    public static SourceDocuments Of(string key, AnswerSources sources)
    {
        ImmutableArray<ArticleVersion> articles = [.. sources.Articles.Values.Select(indexed => ArticleVersion.Of(indexed.Article))];
        ImmutableArray<ArticleVersion> texts = [.. sources.Replies.SelectMany(reply => reply.Texts.Values).Select(indexed => ArticleVersion.Of(indexed.Article))];
        ImmutableArray<KeptDocument> prompts = [.. sources.Prompts.Select(prompt => KeptDocument.Of("prompt", prompt)).DistinctBy(document => document.Key)];
        var replies = KeptDocument.Of("replies", sources.Replies.Select(reply => new KeptReply(
            reply.Name, reply.Phrases, reply.Texts.ToImmutableSortedDictionary(text => text.Key, text => ArticleVersion.Of(text.Value.Article).Hash, StringComparer.Ordinal))));
        ImmutableArray<KeptDocument> shelves = [.. Shelves(articles)];
        var whole = new KeptSources
        {
            Program = sources.Program,
            Settings = sources.Settings,
            Prompts = [.. prompts.Select(document => document.Key)],
            Replies = replies.Key,
            Shelves = [.. shelves.Select(document => document.Key)],
        };
        return new([.. articles.Concat(texts).DistinctBy(version => version.Hash)], [.. prompts, replies, .. shelves], KeptDocument.Named(key, whole));
    }

    private static IEnumerable<KeptDocument> Shelves(ImmutableArray<ArticleVersion> articles)
    {
        var count = 1;
        while (count * ShelfSize < articles.Length && count < MostShelves)
        {
            count *= 2;
        }

        return articles.GroupBy(version => ShelfOf(version.Article.Slug, count)).OrderBy(shelf => shelf.Key).Select(shelf => KeptDocument.Of("shelf", shelf.Select(version => version.Hash)));
    }

    // By the slug alone: an article stays in its list whatever is edited, added or taken away.
    private static int ShelfOf(string slug, int count)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(slug));
        return ((hash[0] << 8) | hash[1]) % count;
    }
}
