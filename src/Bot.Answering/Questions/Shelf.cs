using System.Collections.Immutable;
using Bot.Answering.Resources;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Questions;

/// <summary>The articles a question may be answered from, in one snapshot.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Open">The articles.</param>
internal sealed record Shelf(KnowledgeSnapshot Snapshot, OpenArticles Open)
{
    /// <summary>For questions and articles whose language nothing tells.</summary>
    public const string DefaultLanguage = "en";

    private IReadOnlySet<string>? Filter { get; init; }

    private DateTimeOffset? PublicAt { get; init; }

    /// <summary>The articles that a question may be answered from at a moment.</summary>
    /// <exception cref="UnknownArticleException">It names one that is not there, or that its asker may not see.</exception>
    public static Shelf For(Question question, KnowledgeSnapshot snapshot, DateTimeOffset now)
    {
        if (question is { Article: null, Scope: null })
        {
            return new(snapshot, question.IncludeUnpublished ? OpenArticles.Of([.. snapshot.Articles.Values]) : snapshot.OpenAt(now)) { PublicAt = PublicAt() };
        }

        var open = snapshot.Articles.Values.Where(IsOpen);
        if (question.Article is { } slug)
        {
            open = snapshot.Articles.TryGetValue(slug, out var named) && IsOpen(named)
                ? [named]
                : throw new UnknownArticleException(slug, Slugs.Closest(slug, open.Select(article => article.Article.Slug)));
        }

        // A snapshot has them in order.
        var articles = OpenArticles.Of([.. open]);
        return new(snapshot, articles) { Filter = articles.Articles.Select(article => article.Article.Slug).ToHashSet(StringComparer.Ordinal), PublicAt = PublicAt() };

        bool IsOpen(IndexedArticle article) => (question.IncludeUnpublished || article.Article.IsPublicAt(now)) && question.Scope?.Has(article.Article) != false;

        DateTimeOffset? PublicAt() => question.IncludeUnpublished ? null : now;
    }

    /// <summary>The articles, in the order of their slugs.</summary>
    public ImmutableArray<IndexedArticle> Articles => Open.Articles;

    /// <summary>The languages of the articles, the most frequent first.</summary>
    public ImmutableArray<string> Languages => Open.Languages;

    /// <summary>The one article a question is about when no other can be meant.</summary>
    public IndexedArticle? OnlyArticle => Articles.Length == 1 ? Articles[0] : null;

    /// <summary>The language a question is read in: its own if an article has it, else the articles'.</summary>
    public string LanguageOf(Question question)
    {
        if (Languages is [var only])
        {
            return only;
        }

        var guess = LanguageGuess.Of(question.Text) ?? QuestionWords.Guess(question.Text, Languages);
        return guess is not null && Languages.Contains(guess) ? guess : Languages.FirstOrDefault() ?? DefaultLanguage;
    }

    /// <summary>The language Bot's own words to the reader are in.</summary>
    public string ReaderLanguage(Question question) => question.Locale is { } locale ? Primary(locale)
        : LanguageGuess.Of(question.Text) ?? QuestionWords.Guess(question.Text, Wording.Languages) ?? LanguageOf(question);

    /// <summary>Whether the question is in a language that none of the articles is in.</summary>
    public bool SpeaksAnother(Question question) => LanguageGuess.Of(question.Text) is { } guess && !Languages.Contains(guess);

    /// <summary>What to search for: what is "known" of something need not be called so.</summary>
    public PassageQuery Query(ReadQuestion question) => Query(question.Kind == QuestionKind.Topic ? question.Topic : question.Text);

    /// <summary>These words to search for.</summary>
    public PassageQuery Query(string words) => new(words) { Articles = Filter, PublicAt = PublicAt };

    private static string Primary(string locale)
    {
        var primary = locale.Split('-', '_')[0].ToLowerInvariant();
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetterLower) ? primary : DefaultLanguage;
    }
}
