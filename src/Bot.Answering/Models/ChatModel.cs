using System.ClientModel;
using System.ClientModel.Primitives;
using Bot.Answering.Prompts;
using Bot.Answering.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace Bot.Answering.Models;

/// <summary>Asks the configured model. Failures are replies; only the reader's own cancellation is thrown.</summary>
internal sealed class ChatModel(IOptions<ModelOptions> options, IHttpClientFactory clients, TokenBudget budget, TimeProvider time)
    : IDisposable
{
    /// <summary>The plugin that answers belong to: <c>Answering.answer</c>.</summary>
    public const string Plugin = "Answering";

    // The client insists on a key; local endpoints take any.
    private const string NoKey = "none";

    // No logger of the kernel's own: its errors may quote what the endpoint quotes of readers.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<IChatCompletionService>(new OpenAIChatCompletionService(options.Value.Name!.Trim(), Client(options.Value, clients)))
        .BuildServiceProvider();

    /// <summary>Renders the prompt, sends it and reads the reply.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="variables">The texts to render it with, unescaped.</param>
    /// <param name="conversation">The conversation that asks, for its budget.</param>
    /// <param name="limit">How long all of it may take.</param>
    /// <param name="cancellationToken">The reader went away.</param>
    public async Task<ModelReply> AskAsync(
        Prompt prompt, IReadOnlyDictionary<string, string> variables, string? conversation, TimeSpan limit,
        CancellationToken cancellationToken)
    {
        var settings = SettingsOf(prompt);
        var call = new ModelCall(budget, conversation, settings.MaxTokens!.Value);
        var span = new ModelSpan(options.Value, prompt.Name, settings.MaxTokens.Value, settings.Temperature, time);
        var stream = new ReplyStream(options.Value, limit, time);
        var failure = default(ModelFailure);
        var usage = default(TokenUsage);
        ModelRequest.Current = new(prompt.Name, conversation);
        try
        {
            await stream.ReadAsync(token => Invoke(prompt, settings, variables, call, span, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            failure = FailureReading.Of(error, options.Value);
        }
        finally
        {
            usage = call.Settle(stream.Usage, IsTurnedDown(failure) ? null : stream.Text);
            span.End(failure, stream.IsCut, usage, cancellationToken.IsCancellationRequested);
        }

        ModelReply reply = failure is null && ReplyText.Usable(stream.Text, stream.IsCut) is { } text
            ? new ModelReply.Said(text, stream.Text)
            : new ModelReply.Failed(failure ?? Empty(stream.IsCut));
        return reply with { RenderedPrompt = call.RenderedPrompt, Usage = usage, Wrote = IsTurnedDown(failure) ? null : stream.Text, IsCut = stream.IsCut };
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    // Requests are repeated and timed in one place, ModelHttp: the client's own retries and timeout are off.
    private static OpenAIClient Client(ModelOptions options, IHttpClientFactory clients) => new(
        new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? NoKey : options.ApiKey),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint!.Trim()),
            Transport = new HttpClientPipelineTransport(clients.CreateClient(ModelHttp.ClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });

    private IAsyncEnumerable<StreamingChatMessageContent> Invoke(
        Prompt prompt, OpenAIPromptExecutionSettings settings, IReadOnlyDictionary<string, string> variables, ModelCall call, ModelSpan span,
        CancellationToken token)
    {
        // A kernel is a few references; one a call keeps the calls' filters apart.
        var kernel = new Kernel(_services, [KernelPluginFactory.CreateFromFunctions(Plugin, [prompt.Function])]);
        kernel.PromptRenderFilters.Add(call);
        kernel.FunctionInvocationFilters.Add(span);
        var arguments = new KernelArguments(settings);
        foreach (var (name, text) in variables)
        {
            arguments[name] = text;
        }

        return kernel.InvokeStreamingAsync<StreamingChatMessageContent>(Plugin, prompt.Function.Name, arguments, token);
    }

    private OpenAIPromptExecutionSettings SettingsOf(Prompt prompt)
    {
        var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(prompt.Settings);
        settings.Temperature ??= options.Value.Temperature;
        settings.MaxTokens = Math.Min(settings.MaxTokens ?? int.MaxValue, options.Value.MaxOutputTokens);
        return settings;
    }

    private ModelFailure Empty(bool isCut) => new(
        ModelFailureKind.Unusable,
        isCut
            ? $"'{options.Value.Name}' finished no sentence within its limit of tokens: raise Model:MaxOutputTokens (reasoning counts too)."
            : $"'{options.Value.Name}' replied with nothing: try another model.");

    private static bool IsTurnedDown(ModelFailure? failure) => failure?.Kind
        is ModelFailureKind.Unreachable or ModelFailureKind.Unauthorized or ModelFailureKind.NotFound or ModelFailureKind.RateLimited
        or ModelFailureKind.ServerError or ModelFailureKind.Rejected or ModelFailureKind.CircuitOpen or ModelFailureKind.OverBudget;
}
