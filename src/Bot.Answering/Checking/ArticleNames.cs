using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>What an article calls things, each read when it is first needed.</summary>
internal sealed class ArticleNames
{
    private const int MostKnown = 1_000;

    private static readonly ReadOnce<Article, ArticleNames> Known = new(MostKnown, article => new(article));

    private readonly Article _article;

    private ArticleNames(Article article)
    {
        _article = article;
        Book = new(() => new NameBook(article));
    }

    public static ArticleNames Of(Article article) => Known.Of(article);

    public Lazy<NameBook> Book { get; }

    public Abbreviations Abbreviations => field ??= new Abbreviations(_article);
}
