using System.ComponentModel.DataAnnotations;

namespace Bot.Answering.Models;

/// <summary>
/// The language model that composes answers: any endpoint that speaks OpenAI's chat completions (OpenAI, Azure OpenAI's <c>/openai/v1/</c>,
/// Ollama, vLLM, LM Studio). Bound to the section <c>Model</c>. Without an endpoint and a name Bot quotes.
/// </summary>
public sealed class ModelOptions
{
    /// <summary>The configuration section these settings are read from.</summary>
    public const string Section = "Model";

    /// <summary>
    /// The base address, http or https, usually ending in <c>/v1</c>: <c>http://localhost:11434/v1</c>. Empty means no model.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's (Azure: the deployment's) name as the endpoint knows it. Empty means no model.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The key, sent as a bearer token and never printed. Empty for local endpoints. Keep it in user-secrets or the environment.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// How freely the model words, 0 to 2; empty sends none, for models that accept only their own. A prompt's own setting wins.
    /// </summary>
    [Range(0.0, 2.0)]
    public double? Temperature { get; set; } = 0;

    /// <summary>The most tokens one reply may have, reasoning included, 16 to 100,000. A prompt may ask for fewer.</summary>
    [Range(16, 100_000)]
    public int MaxOutputTokens { get; set; } = 1_000;

    /// <summary>How long one attempt may take until the endpoint starts to respond, 50 ms to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a reader waits for the first token, retries included, 50 ms to 1 hour; not less than an attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FirstTokenTimeout { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long the model may fall silent between two tokens, 50 ms to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole reply may take, retries included, 50 ms to 1 hour; not less than the first token.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(180);

    /// <summary>How long rewriting a follow-up question may take, 50 ms to 1 hour; after that it is searched for as it stands.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RewriteTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a failed attempt is repeated before the first token, 0 to 10.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// How many tokens, in and out, may be used in one UTC day; beyond it Bot quotes. 0 means no limit; at most a million million.
    /// </summary>
    [Range(typeof(long), "0", "1000000000000", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public long TokensPerDay { get; set; }

    /// <summary>
    /// How many tokens, in and out, one conversation may use; beyond it Bot quotes. 0 means no limit; at most a million million.
    /// </summary>
    [Range(typeof(long), "0", "1000000000000", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public long TokensPerConversation { get; set; }

    /// <summary>Whether there is a model to ask.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint) && !string.IsNullOrWhiteSpace(Name);

    /// <summary>The endpoint as operators are told of it: without user, password, query and fragment.</summary>
    internal string PrintableEndpoint => Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri)
        ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : $"{Endpoint}";
}
