using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;

namespace Bot.Conversations.Answering;

/// <summary>The real thing.</summary>
internal sealed class AnswererAnswering(Answerer answerer) : IAnswering
{
    /// <inheritdoc/>
    public Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken) =>
        answerer.AnswerAsync(question, progress, cancellationToken);
}
