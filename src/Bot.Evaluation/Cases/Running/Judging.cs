using Bot.Answering.Answers;
using Bot.Answering.Judging;
using Bot.Answering.Questions;

namespace Bot.Evaluation.Cases.Running;

/// <summary>Has a model say whether an answer is what an editor wants.</summary>
internal static class Judging
{
    public static async Task<Finding> FindAsync(Assertion assertion, Question question, Answer answer, ModelJudge judge, CancellationToken cancellationToken) =>
        await judge.JudgeAsync(assertion.Value, question, answer, cancellationToken).ConfigureAwait(false) switch
        {
            Opinion.Given opinion => new(assertion, opinion.Meets != assertion.IsNegated ? FindingVerdict.Held : FindingVerdict.Broken, opinion.Reason),
            Opinion.Missing missing => new(assertion, FindingVerdict.Skipped, missing.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
