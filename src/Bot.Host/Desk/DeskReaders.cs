using System.Collections.Immutable;
using Bot.Conversations.Corrections;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;

namespace Bot.Host.Desk;

/// <summary>What the record has for editors: corrections to decide, and what readers asked and said.</summary>
internal sealed class DeskReaders(KnowledgeBase knowledge, ServedKnowledge articles, AnswerCorrections corrections, RecordedTurns turns, ReaderFeedback feedback, TimeProvider time)
{
    private const int Most = 100;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>The corrections that wait for a decision, with the articles as they are now.</summary>
    public async Task<ImmutableArray<Correction>> CorrectionsAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return await corrections.ListAsync(CorrectionState.Found, Most, cancellationToken);
    }

    /// <summary>Has the readers told, or not: what is decided is what the article says now.</summary>
    /// <returns>Whether there was such an undecided correction.</returns>
    public async Task<bool> DecideAsync(Guid correction, bool tell, string? wording, CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        return tell
            ? await corrections.ApproveAsync(correction, string.IsNullOrWhiteSpace(wording) ? null : wording.Trim(), Environment.UserName, cancellationToken)
            : await corrections.MarkMinorAsync(correction, Environment.UserName, cancellationToken);
    }

    public Task<ImmutableArray<RecordedTurn>> QuestionsAsync(CancellationToken cancellationToken) => turns.LatestAsync(Most, cancellationToken);

    public Task<ImmutableArray<GivenFeedback>> FeedbackAsync(CancellationToken cancellationToken) => feedback.ListAsync(up: null, Most, cancellationToken);

    public Task<ImmutableArray<UnansweredGroup>> UnansweredAsync(CancellationToken cancellationToken) => feedback.UnansweredAsync(time.GetUtcNow() - Lately, cancellationToken);

    // The editor may have saved the article this second.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await knowledge.RefreshAsync(cancellationToken);
        await articles.ObserveAsync(observed: 0, cancellationToken);
    }
}
