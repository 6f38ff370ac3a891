using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Conversations.Records.Documents;
using Bot.Conversations.Records.Rows;
using Bot.Conversations.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Working;

/// <summary>An answer with what it cites, ready to be written down.</summary>
internal sealed class AnswerEntry
{
    private readonly AnswerRow _answer;
    private readonly ImmutableArray<ArticleVersion> _versions;
    private readonly ImmutableArray<Citation> _cited;

    private AnswerEntry(AnswerRow answer, ImmutableArray<ArticleVersion> versions, ImmutableArray<Citation> cited) =>
        (_answer, _versions, _cited) = (answer, versions, cited);

    public static AnswerEntry Of(long turn, AnsweredQuestion answered, DateTimeOffset made, string? sources = null)
    {
        var answer = answered.Answer;
        var (document, versions) = RecordJson.OfAnswer(answer);
        var row = new AnswerRow
        {
            Turn = turn,
            Outcome = answer.GetType().Name,
            Text = answer.Text,
            Engine = answer.Making.Engine,
            PromptVersion = answered.Trace.PromptVersion,
            Made = made,
            ElapsedMs = answer.Making.Elapsed.TotalMilliseconds,
            Document = document,
            Versions = string.Join(' ', versions.Select(version => version.Hash)),
            Trace = RecordJson.OfTrace(answered.Trace),
            Sources = sources,
            Moment = answered.Sources?.Moment,
            Recalled = answered.Sources?.Recalled,
            Citations = [.. answer.Citations.Select(citation => new CitationRow { Turn = turn, Number = citation.Number, Cited = citation.Id })],
        };
        return new(row, versions, [.. answer.Citations.DistinctBy(citation => citation.Id)]);
    }

    public async Task AddAsync(RecordContext context, CancellationToken cancellationToken)
    {
        var (hashes, ids) = (_versions.Select(version => version.Hash).ToList(), _cited.Select(citation => citation.Id).ToList());
        var known = await context.Versions.Where(row => hashes.Contains(row.Hash)).Select(row => row.Hash)
            .Concat(context.Cited.Where(row => ids.Contains(row.Id)).Select(row => row.Id))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        await context.AddOnceAsync(_versions.Where(version => !known.Contains(version.Hash)).Select(version => RowOf(version, _answer.Made)), cancellationToken).ConfigureAwait(false);
        await context.AddOnceAsync(_cited.Where(citation => !known.Contains(citation.Id)).Select(RowOf), cancellationToken).ConfigureAwait(false);

        // An article that was edited meanwhile is to be compared again: this answer cites it as it was before.
        var slugs = _versions.Select(version => version.Article.Slug).ToList();
        await context.LastSeen
            .Where(row => slugs.Contains(row.Slug) && !hashes.Contains(row.Hash))
            .ExecuteUpdateAsync(row => row.SetProperty(seen => seen.Hash, ""), cancellationToken)
            .ConfigureAwait(false);

        context.Answers.Add(_answer);
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    public static ArticleVersionRow RowOf(ArticleVersion version, DateTimeOffset seen) =>
        new() { Hash = version.Hash, Slug = version.Article.Slug, Document = version.Document, Seen = seen };

    private static CitedRow RowOf(Citation citation)
    {
        var sentence = citation.Passage?.Sentences.FirstOrDefault(span => span.Contains(citation.Span), citation.Span) ?? citation.Span;
        return new()
        {
            Id = citation.Id,
            Slug = citation.Article.Slug,
            Version = ArticleVersion.Of(citation.Article).Hash,
            Field = citation.Field,
            Start = citation.Span.Start,
            End = citation.Span.End,
            SentenceStart = sentence.Start,
            SentenceEnd = sentence.End,
            Quote = citation.Quote,
        };
    }
}
