using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Resources;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Answers;

/// <summary>Says that the articles don't answer, and helps on: what they cover, what comes closest, what could be asked instead.</summary>
/// <param name="shelf">The articles that were asked.</param>
/// <param name="question">The question.</param>
internal sealed class Refusals(Shelf shelf, Question question)
{
    private const int MostClosest = 3;
    private const int MostTitles = 5;
    private const int MostSuggestions = 3;

    private readonly string _language = shelf.ReaderLanguage(question);

    /// <summary>There are passages about it, and they don't say.</summary>
    public Answer NotStated(ImmutableArray<RankedSentence> sentences, Making making) => new Answer.NotStated
    {
        Text = $"{Concerned("NotStated")} {Covered()}",
        Language = _language,
        Confidence = sentences.IsEmpty ? 0 : sentences[0].Confidence,
        Making = making,
        Suggestions = Suggested(sentences.Select(sentence => sentence.Hit.Passage.Article.Slug).FirstOrDefault()),
        Closest = [.. sentences.DistinctBy(sentence => sentence.Hit.Passage.Id).Take(MostClosest).Select(sentence => new Closest(Citation.Of(sentence.Hit.Passage, sentence.Hit.Span)))],
    };

    /// <summary>No passage is about it.</summary>
    public Answer NothingFound() => new Answer.NothingFound
    {
        Text = shelf.Articles.IsEmpty ? Wording.Of("NoArticles", _language)
            : shelf.SpeaksAnother(question) ? Wording.Of("OtherLanguage", _language, LanguageNames())
            : $"{Concerned("NothingFound")} {Covered()}",
        Language = _language,
        Making = new(Making.Extractive),
        Suggestions = Suggested(null),
    };

    /// <summary>The question is longer than Bot reads.</summary>
    public Answer TooLong(int most) => new Answer.NothingFound
    {
        Text = Wording.Of("TooLong", _language, question.Text.Length, most),
        Language = _language,
        Making = new(Making.Extractive),
    };

    private string Concerned(string name) => shelf.OnlyArticle is { } only
        ? Wording.Of(name, _language, only.Article.Title)
        : Wording.Of(name + "Many", _language);

    private string Covered() => shelf.OnlyArticle is { } only
        ? Topics(only) is { Length: > 0 } topics ? Wording.Of("Covers", _language, topics) : ""
        : Wording.Of("CoversMany", _language, Titles(shelf.Articles));

    /// <summary>Some titles, for people.</summary>
    public static string Titles(ImmutableArray<IndexedArticle> articles) =>
        string.Join("; ", articles.Take(MostTitles).Select(article => article.Article.Title)) + (articles.Length > MostTitles ? "; …" : "");

    private static string Topics(IndexedArticle article) => string.Join(", ", Suggestions.NamesIn(article).Take(MostTitles));

    private string LanguageNames() => string.Join(", ", shelf.Languages.Select(code => System.Globalization.CultureInfo.GetCultureInfo(code).NativeName));

    private ImmutableArray<string> Suggested(string? slug) =>
        shelf.OnlyArticle is { } only ? Suggestions.For(only, MostSuggestions)
        : slug is null ? []
        : Suggestions.AmongOthers(shelf.Snapshot.Articles[slug], MostSuggestions);
}
