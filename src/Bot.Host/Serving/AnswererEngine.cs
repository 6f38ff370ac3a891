using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations.Answering;

namespace Bot.Host.Serving;

/// <summary>Answers turns with the <see cref="Answerer"/>.</summary>
internal sealed class AnswererEngine(Answerer answerer) : IAnswering
{
    public Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken) =>
        answerer.AnswerAsync(question, progress, cancellationToken);
}
