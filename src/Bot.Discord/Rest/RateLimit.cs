using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>What a response says of limits (https://discord.com/developers/docs/topics/rate-limits). Limits are learned, never known.</summary>
/// <param name="Bucket">What Discord counts the route under; <see langword="null"/> when it does not say.</param>
/// <param name="Limit">How many requests it takes in all between two resets.</param>
/// <param name="Remaining">How many more requests it takes until the reset.</param>
/// <param name="ResetAfter">When it takes more again.</param>
/// <param name="Refused">For how long it takes no more, when it refused this one.</param>
/// <param name="Scope">Who is limited, when it refused this one: <c>user</c>, <c>global</c>, <c>shared</c>.</param>
internal sealed record RateLimit(string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, TimeSpan? Refused, string? Scope)
{
    /// <summary>All of the bot is limited.</summary>
    public const string Global = "global";

    /// <summary>The resource is limited for everybody: no fault of the bot's.</summary>
    public const string Shared = "shared";

    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);

    public static RateLimit Of(HttpResponseMessage response, JsonElement body)
    {
        var headers = response.Headers;
        var refused = response.StatusCode == HttpStatusCode.TooManyRequests;
        var scope = refused ? ScopeOf(headers, body) : null;
        return new(
            Value(headers, "X-RateLimit-Bucket"),
            Number(Value(headers, "X-RateLimit-Limit")),
            Number(Value(headers, "X-RateLimit-Remaining")),
            Seconds(Value(headers, "X-RateLimit-Reset-After")),
            refused ? Longest(headers.RetryAfter?.Delta, InBody(body)) ?? Unsaid : null,
            scope);
    }

    // What answers without saying for whom is no part of Discord's API but stands before it, and means all of this address.
    private static string ScopeOf(HttpResponseHeaders headers, JsonElement body) =>
        Value(headers, "X-RateLimit-Scope")
        ?? (Value(headers, "X-RateLimit-Bucket") is null || (body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Global, out var global) && global.ValueKind == JsonValueKind.True) ? Global : "user");

    private static TimeSpan? InBody(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("retry_after", out var wait) && wait.ValueKind == JsonValueKind.Number ? Seconds(wait.GetRawText()) : null;

    private static TimeSpan? Longest(TimeSpan? one, TimeSpan? other) => one is { } first && other is { } second ? (first > second ? first : second) : one ?? other;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e7 ? TimeSpan.FromSeconds(seconds) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Value(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
