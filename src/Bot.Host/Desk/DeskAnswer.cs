using Bot.Answering;
using Bot.Answering.Questions;

namespace Bot.Host.Desk;

/// <summary>An answer at the desk.</summary>
/// <param name="Name">What it was made with.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Asked">The answer, with all that led to it.</param>
public sealed record DeskAnswer(string Name, Question Question, AnsweredQuestion Asked);
