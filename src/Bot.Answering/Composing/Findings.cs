using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tracing;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Composing;

/// <summary>The sentences a question may be answered with, best first.</summary>
/// <param name="Hits">What the search found.</param>
/// <param name="Sentences">The same, ranked by what question and sentence share.</param>
internal sealed record Findings(ImmutableArray<SearchHit> Hits, ImmutableArray<RankedSentence> Sentences)
{
    /// <summary>What a question may be answered with: what a search finds, or how the article begins that it wants summed up.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="read">The question as understood.</param>
    /// <param name="shelf">The articles asked.</param>
    /// <param name="about">Knows which article is meant.</param>
    /// <param name="leading">How many sentences sum an article up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static Findings For(Question question, ReadQuestion read, Shelf shelf, AboutArticles about, int leading, CancellationToken cancellationToken)
    {
        if (read.Kind == QuestionKind.Summary)
        {
            return Leading(about.Meant(read)!, leading);
        }

        var found = Found(shelf, read, cancellationToken);
        return found.Sentences.IsEmpty && question.NoRefusal && !shelf.Articles.IsEmpty ? Leading(shelf.Articles[0], leading) : found;
    }

    private static Findings Found(Shelf shelf, ReadQuestion question, CancellationToken cancellationToken)
    {
        var hits = shelf.Snapshot.Search(shelf.Query(question), cancellationToken);
        return new(hits, new SentenceRanker(shelf.Snapshot).Rank(question, hits));
    }

    // One sentence a paragraph: news says first what it is about.
    private static Findings Leading(IndexedArticle article, int count)
    {
        var certain = new Signals { Coverage = 1, Context = 1, Names = 1, Type = 1 };
        var sentences = article.Passages
            .Where(passage => passage.Kind == PassageKind.Paragraph)
            .Take(count)
            .Select(passage => new SearchHit(passage, 0, 1, default))
            .Select(hit => new RankedSentence(hit, 1, 1, certain, []));
        return new([], [.. sentences]);
    }

    /// <summary>What a composer is given.</summary>
    /// <param name="question">The question as asked.</param>
    /// <param name="read">The question as understood.</param>
    /// <param name="most">How many passages at most.</param>
    public Material Material(Question question, ReadQuestion read, int most)
    {
        var passages = Sentences.Select(sentence => sentence.Hit.Passage).Distinct().Take(most)
            .Select((passage, at) => new NumberedPassage(at + 1, passage))
            .ToImmutableArray();
        return new(question, read.Text, passages[0].Passage.Article.Language, passages)
        {
            Read = read,
            Sentences = [.. Sentences.Where(sentence => passages.Any(passage => passage.Passage == sentence.Hit.Passage))],
        };
    }

    /// <summary>The trace up to here.</summary>
    public AnswerTrace Trace(ReadQuestion read) => AnswerTrace.Of(read) with
    {
        Hits = Hits,
        Signals = Sentences.IsEmpty ? ImmutableSortedDictionary<string, double>.Empty : Sentences[0].Signals.Named(),
    };
}
