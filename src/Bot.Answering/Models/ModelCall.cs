using Microsoft.SemanticKernel;

namespace Bot.Answering.Models;

/// <summary>
/// One call of the model, seen by the kernel as a filter of its own: it keeps the prompt as it was rendered and sets the tokens aside before
/// anything is sent.
/// </summary>
/// <param name="budget">The tokens left.</param>
/// <param name="conversation">The conversation that asks; <see langword="null"/> is one of its own.</param>
/// <param name="maxOutputTokens">The most the reply can have.</param>
internal sealed class ModelCall(TokenBudget budget, string? conversation, int maxOutputTokens) : IPromptRenderFilter
{
    private TokenBudget.Reservation? _reservation;
    private int _promptTokens;

    /// <summary>The messages as the model gets them; <see langword="null"/> before they are rendered.</summary>
    public string? RenderedPrompt { get; private set; }

    /// <inheritdoc/>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        RenderedPrompt = ChatMessages.Readable(context.RenderedPrompt ?? "");
        _promptTokens = TokenEstimate.Of(RenderedPrompt);
        _reservation = budget.TryReserve(conversation, _promptTokens + maxOutputTokens, out var overdrawn)
            ?? throw new ModelFailureException(new ModelFailure(ModelFailureKind.OverBudget,
            $"The budget of tokens is spent: {overdrawn}."));
    }

    /// <summary>Settles the budget with what the endpoint counted or, when it told nothing, with an estimate.</summary>
    /// <param name="counted">What the endpoint counted.</param>
    /// <param name="reply">What the model wrote; <see langword="null"/> when the request was turned down.</param>
    /// <returns>What the call cost; <see langword="null"/> when none was made.</returns>
    public TokenUsage? Settle(TokenUsage? counted, string? reply)
    {
        if (_reservation is null)
        {
            return null;
        }

        var usage = counted ?? new TokenUsage(reply is null ? 0 : _promptTokens, TokenEstimate.Of(reply ?? ""), Estimated: true);
        _reservation.Settle(usage.Total);
        return usage;
    }
}
