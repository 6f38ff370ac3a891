using Bot.Answering.Answers;
using Bot.Answering.Tracing;

namespace Bot.Answering;

/// <summary>An answer with everything that led to it.</summary>
/// <param name="Answer">What the reader is told.</param>
/// <param name="Trace">How it came about, for editors and operators.</param>
public sealed record AnsweredQuestion(Answer Answer, AnswerTrace Trace)
{
    internal AnsweredQuestion After(TimeSpan elapsed) => this with { Answer = Answer with { Making = Answer.Making with { Elapsed = elapsed } } };
}
