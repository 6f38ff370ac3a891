using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tracing;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Composing;

/// <summary>The sentences a question may be answered with, best first.</summary>
/// <param name="Read">The question as understood, mistyped words corrected.</param>
/// <param name="Hits">What the search found.</param>
/// <param name="Sentences">The same, ranked by what question and sentence share.</param>
internal sealed record Findings(ReadQuestion Read, ImmutableArray<SearchHit> Hits, ImmutableArray<RankedSentence> Sentences)
{
    // Another article's question must not be let in by the second door.
    private const double TwiceAsSure = 2;

    /// <summary>What a question may be answered with: what a search finds, or how the article begins that it wants summed up.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="read">The question as understood.</param>
    /// <param name="shelf">The articles asked.</param>
    /// <param name="about">Knows which article is meant.</param>
    /// <param name="learned">How sentences are ranked.</param>
    /// <param name="options">From when an answer is sure enough, and how many sentences sum an article up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static Findings For(
        Question question, ReadQuestion read, Shelf shelf, AboutArticles about, LearnedAnswering learned, AnsweringOptions options, CancellationToken cancellationToken)
    {
        if (read.Kind == QuestionKind.Summary)
        {
            return Leading(read, about.Meant(read)!, options.MostSentences);
        }

        var found = Found(shelf, read, learned, cancellationToken);

        // Only what can't be answered as it is written is read otherwise.
        if (found.Confidence < options.AnswerFrom && TypingCorrection.Of(read, shelf) is { } corrected
            && Found(shelf, corrected, learned, cancellationToken) is var better && better.Confidence > TwiceAsSure * Math.Max(found.Confidence, options.AnswerFrom))
        {
            return better;
        }

        return found.Sentences.IsEmpty && question.NoRefusal && !shelf.Articles.IsEmpty ? Leading(read, shelf.Articles[0], options.MostSentences) : found;
    }

    private double Confidence => Sentences.IsEmpty ? 0 : Sentences[0].Confidence;

    private static Findings Found(Shelf shelf, ReadQuestion question, LearnedAnswering learned, CancellationToken cancellationToken)
    {
        var hits = shelf.Snapshot.Search(shelf.Query(question), cancellationToken);
        return new(question, hits, new SentenceRanker(shelf.Snapshot, learned).Rank(question, hits));
    }

    // One sentence a paragraph: news says first what it is about.
    private static Findings Leading(ReadQuestion read, IndexedArticle article, int count)
    {
        var certain = new Signals { [Signal.Coverage] = 1, [Signal.Context] = 1, [Signal.Names] = 1, [Signal.Type] = 1 };
        var sentences = article.Passages
            .Where(passage => passage.Kind == PassageKind.Paragraph)
            .Take(count)
            .Select(passage => new SearchHit(passage, 0, 1, default))
            .Select(hit => new RankedSentence(hit, 1, 1, certain, new TermMatch(hit.Text, hit.Passage.Article.Language), []));
        return new(read, [], [.. sentences]);
    }

    /// <summary>What a composer is given.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="most">How many passages at most.</param>
    public Material Material(Question question, int most)
    {
        var passages = Sentences.Select(sentence => sentence.Hit.Passage).Distinct().Take(most)
            .Select((passage, at) => new NumberedPassage(at + 1, passage))
            .ToImmutableArray();
        return new(question, Read.Text, passages[0].Passage.Article.Language, passages)
        {
            Read = Read,
            Sentences = [.. Sentences.Where(sentence => passages.Any(passage => passage.Passage == sentence.Hit.Passage))],
        };
    }

    /// <summary>The trace up to here.</summary>
    public AnswerTrace Trace() => AnswerTrace.Of(Read) with
    {
        Hits = Hits,
        Signals = Sentences.IsEmpty ? ImmutableSortedDictionary<string, double>.Empty : Sentences[0].Signals.Named(),
    };
}
