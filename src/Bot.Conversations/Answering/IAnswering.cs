using Bot.Answering;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;

namespace Bot.Conversations.Answering;

/// <summary>What answers questions: the <c>Answerer</c>, or a script in tests.</summary>
public interface IAnswering
{
    /// <summary>Answers one question.</summary>
    /// <param name="question">The question with the conversation's last turns.</param>
    /// <param name="progress">Told of stages as they are reached.</param>
    /// <param name="cancellationToken">Stops at once: the reader withdrew the question, or the deadline came.</param>
    Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken);
}
