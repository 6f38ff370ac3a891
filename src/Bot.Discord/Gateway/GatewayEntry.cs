using System.Text.Json;

namespace Bot.Discord.Gateway;

/// <summary>What Discord says of its gateway (https://discord.com/developers/docs/events/gateway#get-gateway-bot).</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Shards">How many connections it recommends.</param>
/// <param name="Total">The sessions that may be begun in a day.</param>
/// <param name="Remaining">Those of them that are left.</param>
/// <param name="ResetAfter">When they are counted anew.</param>
/// <param name="MaxConcurrency">How many may be begun at once, each 5 seconds.</param>
internal sealed record GatewayEntry(Uri Url, int Shards, int Total, int Remaining, TimeSpan ResetAfter, int MaxConcurrency)
{
    /// <summary>Reads it; <see langword="null"/> when it is none.</summary>
    public static GatewayEntry? Read(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
        && Number(body, "shards") is { } shards
        && body.TryGetProperty("session_start_limit", out var limit)
        && Number(limit, "total") is { } total && Number(limit, "remaining") is { } remaining
        && Number(limit, "reset_after") is { } reset && Number(limit, "max_concurrency") is { } concurrency
            ? new(address, (int)Math.Max(1, shards), (int)total, (int)remaining, TimeSpan.FromMilliseconds(reset), (int)Math.Max(1, concurrency))
            : null;

    private static long? Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && Math.Abs(number) <= int.MaxValue ? number : null;
}
