using System.Text;
using Microsoft.SemanticKernel;
using OpenAI.Chat;

namespace Bot.Answering.Models;

/// <summary>Reads a streamed reply to its end, or to the moment when waiting longer makes no sense.</summary>
/// <param name="options">The limits of waiting for a token.</param>
/// <param name="limit">How long the whole reply may take.</param>
/// <param name="time">The clock.</param>
internal sealed class ReplyStream(ModelOptions options, TimeSpan limit, TimeProvider time)
{
    // An endpoint that ignores the limit of tokens must not talk on; no tokenizer has so many characters in a token on average.
    private const int MaxCharactersPerToken = 16;

    private readonly StringBuilder _text = new();
    private string? _finish;
    private ChatTokenUsage? _usage;

    /// <summary>What came so far.</summary>
    public string Text => _text.ToString();

    /// <summary>The tokens the endpoint counted; <see langword="null"/> when it told none.</summary>
    public TokenUsage? Usage => _usage is null ? null : new TokenUsage(_usage.InputTokenCount, _usage.OutputTokenCount, Estimated: false);

    /// <summary>Whether the reply reached its limit of tokens, so that its last sentence may be unfinished.</summary>
    public bool IsCut => _finish == nameof(ChatFinishReason.Length);

    /// <summary>Reads it.</summary>
    /// <param name="open">Starts the stream.</param>
    /// <param name="cancellationToken">The reader went away.</param>
    /// <exception cref="ModelFailureException">It fell silent, took too long, was cut off or filtered.</exception>
    public async Task ReadAsync(Func<CancellationToken, IAsyncEnumerable<StreamingChatMessageContent>> open,
        CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(limit, time);
        using var silence = new CancellationTokenSource(options.FirstTokenTimeout, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token, silence.Token);
        try
        {
            await foreach (var chunk in open(any.Token).ConfigureAwait(false))
            {
                Take(chunk);
                // A first chunk without words only says that the endpoint started to read the prompt.
                silence.CancelAfter(_text.Length > 0 ? options.StallTimeout : options.FirstTokenTimeout);
                if (_text.Length > options.MaxOutputTokens * MaxCharactersPerToken)
                {
                    _finish = nameof(ChatFinishReason.Length);
                    break;
                }
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested && any.IsCancellationRequested)
        {
            throw new ModelFailureException(new ModelFailure(ModelFailureKind.TimedOut, TimeoutReason(total.IsCancellationRequested)));
        }

        if (Ending() is { } failure)
        {
            throw new ModelFailureException(failure);
        }
    }

    private void Take(StreamingChatMessageContent chunk)
    {
        _text.Append(chunk.Content);
        _finish = chunk.Metadata?.GetValueOrDefault("FinishReason") as string ?? _finish;
        _usage = chunk.Metadata?.GetValueOrDefault("Usage") as ChatTokenUsage ?? _usage;
    }

    private string TimeoutReason(bool total) => (total, _text.Length) switch
    {
        (true, _) => $"{options.PrintableEndpoint} did not finish its reply within {limit}: raise Model:TotalTimeout, or use a faster model.",
        (_, 0) => $"{options.PrintableEndpoint} gave no token within Model:FirstTokenTimeout ({options.FirstTokenTimeout}): raise it, or use a faster model.",
        _ => $"{options.PrintableEndpoint} fell silent in mid-reply for Model:StallTimeout ({options.StallTimeout}): raise it, or see its log.",
    };

    private ModelFailure? Ending() => _finish switch
    {
        nameof(ChatFinishReason.Stop) or nameof(ChatFinishReason.Length) => null,
        nameof(ChatFinishReason.ContentFilter) =>
            new ModelFailure(ModelFailureKind.Filtered, $"The content filter of {options.PrintableEndpoint} stopped the reply."),
        null => new ModelFailure(ModelFailureKind.CutOff,
            $"The stream of {options.PrintableEndpoint} ended before the reply did: see its log."),
        _ => new ModelFailure(ModelFailureKind.Unusable,
            $"The reply of {options.PrintableEndpoint} asks for a tool that it was not given: use another model."),
    };
}
