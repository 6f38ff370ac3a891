using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Bot.Answering.Models;
using Microsoft.SemanticKernel;

namespace Bot.Answering.Watching;

/// <summary>
/// The span of one call of the model, as the semantic conventions for generative AI have it
/// (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/), with their metrics. The kernel runs it as a filter; it ends with the reply.
/// What was asked and what was written is no part of it.
/// </summary>
/// <param name="options">The model.</param>
/// <param name="prompt">The prompt's folder.</param>
/// <param name="maxTokens">The most tokens the reply may have.</param>
/// <param name="temperature">How freely the model words; <see langword="null"/> as it likes.</param>
/// <param name="time">The clock.</param>
internal sealed class ModelSpan(ModelOptions options, string prompt, int maxTokens, double? temperature, TimeProvider time) : IFunctionInvocationFilter
{
    private const string Chat = "chat";

    private static readonly ActivitySource Source = new(AnswerMetrics.Name);

    private static readonly Histogram<double> Durations = AnswerMetrics.Meter.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "How long a call of the model takes, its repetitions included.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92] });

    private static readonly Histogram<int> Tokens = AnswerMetrics.Meter.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "How many tokens a call of the model uses; Bot's estimate where the endpoint does not tell.", tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864] });

    private readonly string _model = options.Name!.Trim();
    private readonly Uri _endpoint = new(options.Endpoint!.Trim());
    private Activity? _span;
    private long? _started;

    private string Provider => _endpoint.Host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase) ? "azure.ai.openai" : "openai";

    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context).ConfigureAwait(false);

        // Nothing is sent before the reply is read.
        var reply = context.Result.GetValue<IAsyncEnumerable<StreamingChatMessageContent>>()!;
        context.Result = new FunctionResult(context.Result, WithinAsync(reply, context.CancellationToken));
    }

    /// <summary>The reply is there, or there is none.</summary>
    /// <param name="failure">Why there is none.</param>
    /// <param name="isCut">Whether it reached its limit of tokens.</param>
    /// <param name="usage">What it cost.</param>
    /// <param name="gone">Whether the reader went away.</param>
    public void End(ModelFailure? failure, bool isCut, TokenUsage? usage, bool gone)
    {
        if (_started is not { } started)
        {
            return;
        }

        var error = failure?.Kind.ToString() ?? (gone ? "cancelled" : null);
        Durations.Record(time.GetElapsedTime(started).TotalSeconds, Labels(("error.type", error)));
        if (usage is not null)
        {
            Tokens.Record(usage.Input, Labels(("gen_ai.token.type", "input")));
            Tokens.Record(usage.Output, Labels(("gen_ai.token.type", "output")));
        }

        _span?.SetTag("gen_ai.usage.input_tokens", usage?.Input).SetTag("gen_ai.usage.output_tokens", usage?.Output).SetTag("error.type", error);
        _span?.SetTag("gen_ai.response.finish_reasons", error is null ? new[] { isCut ? "length" : "stop" } : null);
        _span?.SetStatus(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error).Dispose();
        _started = null;
    }

    private async IAsyncEnumerable<StreamingChatMessageContent> WithinAsync(IAsyncEnumerable<StreamingChatMessageContent> reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _started = time.GetTimestamp();
        _span = Source.StartActivity($"{Chat} {_model}", ActivityKind.Client);
        _span?.SetTag("gen_ai.operation.name", Chat).SetTag("gen_ai.provider.name", Provider).SetTag("gen_ai.request.model", _model);
        _span?.SetTag("gen_ai.request.max_tokens", maxTokens).SetTag("gen_ai.request.temperature", temperature).SetTag("gen_ai.request.stream", true);
        _span?.SetTag("gen_ai.prompt.name", prompt).SetTag("server.address", _endpoint.Host).SetTag("server.port", _endpoint.Port);
        await foreach (var chunk in reply.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return chunk;
        }
    }

    private TagList Labels((string Name, string? Value) own)
    {
        var labels = new TagList
        {
            { "gen_ai.operation.name", Chat },
            { "gen_ai.provider.name", Provider },
            { "gen_ai.request.model", _model },
            { "server.address", _endpoint.Host },
            { "server.port", _endpoint.Port },
        };
        if (own.Value is not null)
        {
            labels.Add(own.Name, own.Value);
        }

        return labels;
    }
}
