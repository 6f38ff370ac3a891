using Bot.Answering.Questions;
using Bot.Answering.Resources;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Answers;

/// <summary>Answers what needs no passage: small talk, and questions about an article's title, author, dates and source.</summary>
/// <param name="shelf">The articles that may be asked.</param>
/// <param name="question">The question.</param>
/// <param name="cancellationToken">Stops the search for the article that is meant.</param>
internal sealed class AboutArticles(Shelf shelf, Question question, CancellationToken cancellationToken)
{
    private const int MostSuggestions = 3;

    private readonly string _language = shelf.ReaderLanguage(question);

    /// <summary>The answer, or <see langword="null"/> when the question is about what the articles say.</summary>
    public Answer? Answer(ReadQuestion read) => read switch
    {
        { Kind: QuestionKind.Smalltalk } => Talk(TalkOf(read)),
        { Kind: QuestionKind.Pressure } => new Refusals(shelf, question).NothingFound(),
        { Kind: QuestionKind.AboutArticle, Field: { } field } when shelf.OnlyArticle is { } only => Field(only.Article, field),
        { Kind: QuestionKind.AboutArticle or QuestionKind.Summary } or { Kind: QuestionKind.Outlook, NamesTopic: false } when Meant(read) is null => Talk("WhichArticle"),
        { Kind: QuestionKind.AboutArticle, Field: { } field } => Field(Meant(read)!.Article, field),
        _ => null,
    };

    /// <summary>The article that a question about an article means: the only one, or the one its words or the last turns fit.</summary>
    public IndexedArticle? Meant(ReadQuestion read)
    {
        if (shelf.OnlyArticle is { } only)
        {
            return only;
        }

        var words = question.History.Reverse().Select(turn => turn.Text).Prepend(read.Text);
        return words
            .Where(text => !QuestionReader.Read(text, read.Language).Terms.IsEmpty)
            .Select(text => shelf.Snapshot.Search(shelf.Query(text), cancellationToken))
            .Where(hits => hits.Length > 0)
            .Select(hits => shelf.Snapshot.Articles[hits[0].Passage.Article.Slug])
            .FirstOrDefault();
    }

    private static string TalkOf(ReadQuestion read)
    {
        var words = QuestionWords.Of(read.Language);
        var said = Phrases.Of(read.Text);
        return said.IsOneOf(words.Thanks) ? "Thanks" : said.IsOneOf(words.Abilities) ? "Abilities" : "Greeting";
    }

    private Answer.Smalltalk Talk(string name) => new()
    {
        Text = shelf.Articles.IsEmpty ? Wording.Of("NoArticles", _language) : Wording.Of(name, _language, Refusals.Titles(shelf.Articles)),
        Language = _language,
        Confidence = 1,
        Making = new(Making.Extractive),
        Suggestions = shelf.OnlyArticle is { } only ? Suggestions.For(only, MostSuggestions)
            : shelf.Articles.IsEmpty ? [] : Suggestions.AmongOthers(shelf.Articles[0], MostSuggestions),
    };

    private Answer Field(Article article, ArticleField field)
    {
        if (article.WordsOf(field) is not { } words)
        {
            return new Answer.NotStated
            {
                Text = Wording.Of($"Lacks{field}", _language, article.Title),
                Language = _language,
                Making = new(Making.Extractive),
                Suggestions = Suggestions.For(shelf.Snapshot.Articles[article.Slug], MostSuggestions),
                Closest = [],
            };
        }

        var claim = new Claim(Wording.Of($"Field{field}", _language, words), [Citation.Of(article, field) with { Number = 1 }]);
        return new Answer.Answered
        {
            Text = $"{claim.Text} [1]",
            Language = _language,
            Confidence = 1,
            Making = new(Making.Extractive),
            Claims = [claim],
            Short = words,
        };
    }
}
