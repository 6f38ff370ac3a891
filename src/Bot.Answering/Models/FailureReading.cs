using System.ClientModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bot.Answering.Models;

/// <summary>Reads what an exception of the model's client means to an operator.</summary>
internal static class FailureReading
{
    // The endpoint's own words may repeat the reader's or the key; of its error only a code known by name is passed on.
    private static readonly string[] KnownCodes =
    [
        "content_filter", "content_policy_violation", "context_length_exceeded", "insufficient_quota", "invalid_api_key", "model_not_found",
        "rate_limit_exceeded", "unsupported_parameter", "unsupported_value", "DeploymentNotFound",
    ];

    /// <summary>Names the failure and its cure.</summary>
    public static ModelFailure Of(Exception error, ModelOptions options)
    {
        var causes = Causes(error).ToList();
        return causes.Select(cause => Known(cause, options)).FirstOrDefault(failure => failure is not null)
            ?? new ModelFailure(
                ModelFailureKind.Unusable,
                $"The reply of {options.PrintableEndpoint} could not be read ({causes[^1].GetType().Name}): check that it speaks OpenAI's chat completions.");
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static ModelFailure? Known(Exception cause, ModelOptions options) => cause switch
    {
        ModelFailureException known => known.Failure,
        HttpOperationException { StatusCode: { } status } http => OfStatus(status, CodeIn(http.ResponseContent), options),
        ClientResultException { Status: > 0 } client =>
            OfStatus((HttpStatusCode)client.Status, CodeIn(client.GetRawResponse()?.Content.ToString()), options),
        BrokenCircuitException => new ModelFailure(
            ModelFailureKind.CircuitOpen,
            $"{options.PrintableEndpoint} failed so often that it is left alone for a while; see the failures before this one."),
        TimeoutRejectedException => new ModelFailure(
            ModelFailureKind.TimedOut,
            $"{options.PrintableEndpoint} did not respond within Model:AttemptTimeout ({options.AttemptTimeout}): raise it, or use a faster model."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            Unreachable(options, "its name could not be resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Unreachable(options, "TLS failed: check its certificate, or http against https"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            Unreachable(options, "no connection: is it running, and the port right?"),
        HttpIOException or HttpRequestException or IOException => new ModelFailure(
            ModelFailureKind.CutOff,
            $"{options.PrintableEndpoint} broke the connection before the reply was complete: see its log."),
        _ => null,
    };

    private static ModelFailure Unreachable(ModelOptions options, string why) =>
        new(ModelFailureKind.Unreachable, $"{options.PrintableEndpoint} cannot be reached ({why}): check Model:Endpoint.");

    private static ModelFailure OfStatus(HttpStatusCode status, string? code, ModelOptions options)
    {
        var (kind, cure) = (int)status switch
        {
            _ when code is "content_filter" or "content_policy_violation" =>
                (ModelFailureKind.Filtered, "its content filter refused the request"),
            401 => (ModelFailureKind.Unauthorized, "check Model:ApiKey"),
            403 => (ModelFailureKind.Unauthorized,
                $"the key may not use '{options.Name}' from here: check Model:ApiKey and the account's permissions"),
            404 => (ModelFailureKind.NotFound,
                $"check that Model:Endpoint is right (most end in /v1) and that it has the model '{options.Name}'"),
            429 => (ModelFailureKind.RateLimited, "it allows no more requests now: check its limits and quota"),
            413 => (ModelFailureKind.Rejected, "the prompt is too long for it"),
            >= 500 => (ModelFailureKind.ServerError, "see its log or status page"),
            >= 300 and < 400 => (ModelFailureKind.NotFound, "it redirects: set Model:Endpoint to the final address"),
            _ when code == "context_length_exceeded" =>
                (ModelFailureKind.Rejected, "the prompt and Model:MaxOutputTokens do not fit the model's context"),
            _ when code is "unsupported_parameter" or "unsupported_value" =>
                (ModelFailureKind.Rejected, "it does not accept a setting: empty Model:Temperature"),
            _ => (ModelFailureKind.Rejected,
                $"it refuses the request: check that '{options.Name}' is a chat model and Model:MaxOutputTokens fits it"),
        };
        var told = code is null ? "" : $" ({code})";
        return new ModelFailure(kind,
            string.Create(CultureInfo.InvariantCulture, $"{(int)status}{told} from {options.PrintableEndpoint}: {cure}."));
    }

    private static string? CodeIn(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                ? KnownCodes.FirstOrDefault(known => Says(error, "code", known) || Says(error, "type", known))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Says(JsonElement error, string property, string known) =>
        error.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(known);
}
