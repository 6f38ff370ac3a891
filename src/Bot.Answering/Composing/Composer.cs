using Bot.Answering.Answers;
using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Bot.Answering.Questions;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Composing;

/// <summary>Has <c>Answering.answer</c> composed: by the model when there is one and it does its work, else by quoting.</summary>
internal sealed class Composer(
    IOptions<ModelOptions> options, Lazy<ChatModel> model, PromptFolder prompts, QuotingFunction quoting, OutageLog outages)
{
    /// <summary>Composes an answer. A model that fails is no error: the quoting function answers, and the result says why.</summary>
    /// <exception cref="OperationCanceledException">The reader went away.</exception>
    public async Task<Composed> ComposeAsync(Material material, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
        {
            return await QuoteAsync(material, cancellationToken).ConfigureAwait(false);
        }

        var consultation = await AskAsync(
            PromptSignature.Answer, PromptVariables.Of(material), material.Question, options.Value.TotalTimeout, cancellationToken).ConfigureAwait(false);
        var (prompt, reply) = consultation;
        var composed = reply is ModelReply.Said said
            ? new Composed(new Composition(ReplyRefusal.Read(said.Text)), options.Value.Name!) { RawText = said.Raw }
            : await QuoteAsync(material, cancellationToken).ConfigureAwait(false) with { DegradedReason = ((ModelReply.Failed)reply).Failure.Reason };
        return composed with { RenderedPrompt = reply.RenderedPrompt, PromptVersion = prompt?.Version, Usage = reply.Usage, Consultation = consultation };
    }

    /// <summary>Loads what composing needs, by composing of nothing.</summary>
    public async Task PrepareAsync(Material nothing, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
        {
            await QuoteAsync(nothing, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Rewrites a follow-up question so that it can be understood, and searched for, without its history.</summary>
    /// <exception cref="OperationCanceledException">The reader went away.</exception>
    public async Task<Rewriting> StandaloneAsync(Question question, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured || question.History.IsDefaultOrEmpty)
        {
            return Rewriting.None;
        }

        var consultation = await AskAsync(
            PromptSignature.StandaloneQuestion, PromptVariables.Of(question), question, options.Value.RewriteTimeout, cancellationToken).ConfigureAwait(false);
        return new(consultation.Reply is ModelReply.Said said ? StandaloneReply.Read(said.Text, question) : null, consultation);
    }

    private async Task<Consultation> AskAsync(
        PromptSignature signature, Dictionary<string, string> variables, Question question, TimeSpan limit, CancellationToken cancellationToken)
    {
        var loaded = prompts.Load(signature);
        ModelReply reply = loaded.Current is { } prompt
            ? await model.Value.AskAsync(prompt, variables, question.Conversation, limit, cancellationToken).ConfigureAwait(false)
            : new ModelReply.Failed(new ModelFailure(ModelFailureKind.BrokenPrompt, loaded.Problems[0].ToString()));
        if (reply is ModelReply.Failed failed)
        {
            outages.Failed(failed.Failure);
        }
        else
        {
            outages.Answered();
        }

        return new(loaded.Current, reply);
    }

    private async Task<Composed> QuoteAsync(Material material, CancellationToken cancellationToken)
    {
        var composition = await quoting.ComposeAsync(material, cancellationToken).ConfigureAwait(false);
        return new Composed(composition, Making.Extractive) { RawText = composition.Text };
    }
}
