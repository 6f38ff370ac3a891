using Bot.Answering.Answers;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Composing;

/// <summary>Finds what a question may be answered with: what a search finds, or how the article begins that it wants summed up, or what that says is to come.</summary>
/// <param name="shelf">The articles asked.</param>
/// <param name="about">Knows which article is meant.</param>
/// <param name="learned">How sentences are ranked.</param>
/// <param name="options">From when an answer is sure enough, and how many sentences sum an article up.</param>
internal sealed class SentenceFinder(Shelf shelf, AboutArticles about, LearnedAnswering learned, AnsweringOptions options)
{
    // Another article's question must not be let in by the second door.
    private const double TwiceAsSure = 2;

    // A sentence and what stands around it name all that is asked about.
    private const double AboutItFrom = 0.95;

    /// <summary>Finds it.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="read">The question as understood.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Findings Find(Question question, ReadQuestion read, CancellationToken cancellationToken) => read switch
    {
        { Kind: QuestionKind.Summary } => Leading(read, about.Meant(read)!),
        { Kind: QuestionKind.Outlook, NamesTopic: false } => Coming(read, SentencesOf(about.Meant(read)!)),
        { Kind: QuestionKind.Outlook } when SearchTwice(question, read, cancellationToken) is var found => ComingOf(found) is { Sentences.IsEmpty: false } coming ? coming : found,
        _ => SearchTwice(question, read, cancellationToken),
    };

    private Findings SearchTwice(Question question, ReadQuestion read, CancellationToken cancellationToken)
    {
        var found = Search(read, cancellationToken);

        // Only what can't be answered as it is written is read otherwise.
        if (found.Confidence < options.AnswerFrom && TypingCorrection.Of(read, shelf) is { } corrected
            && Search(corrected, cancellationToken) is var better && better.Confidence > TwiceAsSure * Math.Max(found.Confidence, options.AnswerFrom))
        {
            return better;
        }

        return found.Sentences.IsEmpty && question.NoRefusal && !shelf.Articles.IsEmpty ? Leading(read, shelf.Articles[0]) : found;
    }

    private Findings Search(ReadQuestion read, CancellationToken cancellationToken)
    {
        var hits = shelf.Snapshot.Search(shelf.Query(read), cancellationToken);
        if (hits.IsEmpty && InOtherWords(read) is { } others)
        {
            hits = shelf.Snapshot.Search(shelf.Query(others), cancellationToken);
        }

        return new(read, hits, new SentenceRanker(shelf.Snapshot, learned).Rank(read, hits));
    }

    // "Is the war over?", of an article that has battles and campaigns only.
    private static string? InOtherWords(ReadQuestion read) =>
        string.Join(' ', read.Terms.SelectMany(term => Synonyms.Of(read.Language).For(term.Text)).Distinct(StringComparer.Ordinal)) is { Length: > 0 } words ? words : null;

    // One sentence a paragraph: news says first what it is about.
    private Findings Leading(ReadQuestion read, IndexedArticle article) => Given(
        read, article.Passages.Where(passage => passage.Kind == PassageKind.Paragraph).Take(options.MostSentences).Select(passage => new SearchHit(passage, 0, 1, default)), 1);

    private Findings Coming(ReadQuestion read, IEnumerable<SearchHit> sentences) => Given(read, Outlook.Of(sentences, read.Language).Take(options.MostSentences), Outlook.Confidence);

    private Findings ComingOf(Findings found) =>
        Coming(found.Read, found.Sentences.Where(sentence => sentence.Signals[Signal.Context] >= AboutItFrom).Select(sentence => sentence.Hit));

    private static IEnumerable<SearchHit> SentencesOf(IndexedArticle article) =>
        article.Passages.SelectMany(passage => Enumerable.Range(0, passage.Sentences.Length).Select(at => new SearchHit(passage, at, 1, default)));

    // What no words of the question were looked for in, in the article's order.
    private static Findings Given(ReadQuestion read, IEnumerable<SearchHit> sentences, double confidence)
    {
        var certain = new Signals { [Signal.Coverage] = 1, [Signal.Context] = 1, [Signal.Names] = 1, [Signal.Type] = 1 };
        return new(read, [], [
            .. sentences.OrderBy(hit => hit.Passage.Article.Slug, StringComparer.Ordinal).ThenBy(hit => hit.Span.Start)
                .Select(hit => new RankedSentence(hit, 1, confidence, certain, new TermMatch(hit.Text, hit.Passage.Article.Language), [])),
        ]);
    }
}
