using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Bot.BotFramework.Identity;

/// <summary>
/// The keys that an issuer signs with, by its OpenID metadata: kept for half a day, fetched anew when a token names a key that is not among them,
/// and still used for a while when its server does not answer.
/// </summary>
internal sealed partial class SigningKeys(string address, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    public const string ClientName = "bot-framework-keys";

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan UsedFor = TimeSpan.FromDays(5);

    // Whoever sends tokens with invented keys must not make us fetch with each.
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private Kept? _kept;
    private DateTimeOffset _forced = DateTimeOffset.MinValue;
    private DateTimeOffset _failed = DateTimeOffset.MinValue;

    /// <summary>The keys; <see langword="null"/> when they cannot be had.</summary>
    /// <param name="unlike">Keys that did not do: others are wanted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<OpenIdConnectConfiguration?> GetAsync(OpenIdConnectConfiguration? unlike, CancellationToken cancellationToken)
    {
        if (Fresh(unlike) is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Fresh(unlike) ?? await FetchAsync(unlike is not null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The channels that a key may sign for.</summary>
    public static string[] Endorsements(OpenIdConnectConfiguration keys, string kid)
    {
        var endorsed = keys.JsonWebKeySet?.Keys.Where(key => key.Kid == kid).Select(ChannelsOf).ToArray() ?? [];
        return endorsed.Length == 0 ? [] : [.. endorsed.Aggregate((all, channels) => all.Intersect(channels, StringComparer.Ordinal))];
    }

    public void Dispose() => _one.Dispose();

    private static IEnumerable<string> ChannelsOf(Microsoft.IdentityModel.Tokens.JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private OpenIdConnectConfiguration? Fresh(OpenIdConnectConfiguration? unlike)
    {
        var now = time.GetUtcNow();
        return _kept is not { } kept ? null
            : unlike is not null ? (kept.Keys != unlike || now - _forced < BetweenFetches ? kept.Keys : null)
            : now - kept.Fetched < KeptFor || (now - _failed < BetweenFetches && now - kept.Fetched < UsedFor) ? kept.Keys
            : null;
    }

    private async Task<OpenIdConnectConfiguration?> FetchAsync(bool forced, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_kept is null && now - _failed < TimeSpan.FromSeconds(1))
        {
            return null;
        }

        if (forced)
        {
            _forced = now;
        }

        try
        {
            using var client = clients.CreateClient(ClientName);
            var retriever = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(address).IsLoopback };
            var keys = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancellationToken).ConfigureAwait(false);
            _kept = new(keys, now);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            _failed = now;
            LogNoKeys(address, error);
        }

        return _kept is { } kept && now - kept.Fetched < UsedFor ? kept.Keys : null;
    }

    private sealed record Kept(OpenIdConnectConfiguration Keys, DateTimeOffset Fetched);

    [LoggerMessage(LogLevel.Warning, "The signing keys at {Address} could not be fetched: without them no activity is taken.")]
    private partial void LogNoKeys(string address, Exception error);
}
