using Bot.Answering.Answers;
using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Bot.Answering.Questions;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Judging;

/// <summary>Has the model judge an answer by an editor's criterion (<c>prompts/judge</c>). For tests of prompts only: readers never see it.</summary>
public sealed class ModelJudge
{
    private readonly IOptions<ModelOptions> _options;
    private readonly Lazy<ChatModel> _model;
    private readonly PromptFolder _prompts;

    internal ModelJudge(IOptions<ModelOptions> options, Lazy<ChatModel> model, PromptFolder prompts) =>
        (_options, _model, _prompts) = (options, model, prompts);

    /// <summary>Judges an answer.</summary>
    /// <param name="criterion">What the answer must be or do, in an editor's words.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Opinion> JudgeAsync(string criterion, Question question, Answer answer, CancellationToken cancellationToken)
    {
        if (!_options.Value.IsConfigured)
        {
            return new Opinion.Missing("no model is set to judge it: set Model:Endpoint and Model:Name");
        }

        var loaded = _prompts.Load(PromptSignature.Judge);
        if (loaded.Current is not { } prompt)
        {
            return new Opinion.Missing(loaded.Problems[0].ToString());
        }

        var reply = await _model.Value.AskAsync(
            prompt, PromptVariables.Of(criterion, question, answer), question.Conversation, _options.Value.TotalTimeout, cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            ModelReply.Said said => OpinionReply.Read(said.Text),
            ModelReply.Failed failed => new Opinion.Missing(failed.Failure.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
