using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Questions;

/// <summary>The articles a question may be answered from, in one snapshot.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Articles">The articles, in the order of their slugs.</param>
internal sealed record Shelf(KnowledgeSnapshot Snapshot, ImmutableArray<IndexedArticle> Articles)
{
    /// <summary>For questions and articles whose language nothing tells.</summary>
    public const string DefaultLanguage = "en";

    // The languages Bot itself speaks.
    private static readonly string[] Spoken = ["en", "de", "es", "fr", "ar"];

    private IReadOnlySet<string>? Filter { get; init; }

    private DateTimeOffset? PublicAt { get; init; }

    /// <summary>The articles that a question may be answered from at a moment.</summary>
    /// <exception cref="UnknownArticleException">It names one that is not there, or that its asker may not see.</exception>
    public static Shelf For(Question question, KnowledgeSnapshot snapshot, DateTimeOffset now)
    {
        bool IsOpen(IndexedArticle article) => (question.IncludeUnpublished || article.Article.IsPublicAt(now)) && question.Scope?.Has(article.Article) != false;
        var open = snapshot.Articles.Values.Where(IsOpen);
        if (question.Article is { } slug)
        {
            open = snapshot.Articles.TryGetValue(slug, out var named) && IsOpen(named)
                ? [named]
                : throw new UnknownArticleException(slug, Slugs.Closest(slug, open.Select(article => article.Article.Slug)));
        }

        // A snapshot has them in order.
        ImmutableArray<IndexedArticle> articles = [.. open];
        return new(snapshot, articles)
        {
            Filter = question is { Article: null, Scope: null } ? null : articles.Select(article => article.Article.Slug).ToHashSet(StringComparer.Ordinal),
            PublicAt = question.IncludeUnpublished ? null : now,
        };
    }

    /// <summary>The languages of the articles, the most frequent first.</summary>
    public ImmutableArray<string> Languages => field.IsDefault ? field =
    [
        .. Articles.CountBy(article => article.Article.Language, StringComparer.Ordinal)
            .OrderByDescending(language => language.Value).ThenBy(language => language.Key, StringComparer.Ordinal)
            .Select(language => language.Key),
    ]
    : field;

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
        : LanguageGuess.Of(question.Text) ?? QuestionWords.Guess(question.Text, Spoken) ?? LanguageOf(question);

    /// <summary>Whether the question is in a language that none of the articles is in.</summary>
    public bool SpeaksAnother(Question question) => LanguageGuess.Of(question.Text) is { } guess && !Languages.Contains(guess);

    /// <summary>What to search for.</summary>
    public PassageQuery Query(ReadQuestion question) => new(question.Text) { Articles = Filter, PublicAt = PublicAt };

    private static string Primary(string locale)
    {
        var primary = locale.Split('-', '_')[0].ToLowerInvariant();
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetterLower) ? primary : DefaultLanguage;
    }
}
