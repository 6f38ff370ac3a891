using Bot.Answering.Answers;
using Bot.Answering.Tracing;

namespace Bot.Answering;

/// <summary>An answer with everything that led to it.</summary>
/// <param name="Answer">What the reader is told.</param>
/// <param name="Trace">How it came about, for editors and operators.</param>
public sealed record AnsweredQuestion(Answer Answer, AnswerTrace Trace)
{
    /// <summary>What it was made of; <see langword="null"/> where nobody says.</summary>
    public AnswerSources? Sources { get; init; }

    internal AnsweredQuestion After(TimeSpan elapsed) => this with { Answer = Answer with { Making = Answer.Making with { Elapsed = elapsed } } };
}
