using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Records.Documents;

/// <summary>An article as it is or was, named by the hash of all that is known of it.</summary>
internal sealed class ArticleVersion
{
    // Articles are immutable and cited again and again.
    private static readonly ConditionalWeakTable<Article, ArticleVersion> Known = [];

    private ArticleVersion(Article article)
    {
        Article = article;
        Document = RecordJson.OfArticle(article);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)))[..32];
    }

    public Article Article { get; }

    public string Document { get; }

    public string Hash { get; }

    public static ArticleVersion Of(Article article) => Known.GetValue(article, static key => new(key));

    public static ArticleVersion Read(string document) => Of(RecordJson.ToArticle(document));
}
