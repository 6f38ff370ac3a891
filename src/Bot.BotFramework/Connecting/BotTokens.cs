using System.Net.Http.Json;
using System.Text.Json;
using Bot.BotFramework.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.BotFramework.Connecting;

/// <summary>The bot's own tokens for answers: got once, kept until shortly before they end.</summary>
internal sealed class BotTokens(
    IHttpClientFactory clients,
    IOptions<MicrosoftAppOptions> app,
    IOptions<BotFrameworkOptions> options,
    IConfiguration settings,
    TimeProvider time) : IDisposable
{
    public const string ClientName = "bot-framework-tokens";

    private const string InstanceMetadata = "http://169.254.169.254/metadata/identity/oauth2/token";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Unless = TimeSpan.FromMinutes(30);

    private readonly BotCloud _cloud = BotCloud.Of(options.Value);
    private readonly SemaphoreSlim _one = new(1);
    private Kept? _kept;

    /// <summary>A token that is good for some minutes.</summary>
    /// <param name="refused">A token that was refused: another one is wanted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NoTokenException">None can be had; the message says why, without secrets.</exception>
    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_kept is { } kept && kept.Token != refused && kept.Until > time.GetUtcNow())
            {
                return kept.Token;
            }

            _kept = await FetchAsync(cancellationToken).ConfigureAwait(false);
            return _kept.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Kept> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = Request();
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                // Entra's short name of what is wrong; its long words may name the secret's id.
                throw new NoTokenException($"{request.RequestUri!.Host} answered {(int)response.StatusCode} ({Words(body, "error") ?? "no reason"}): check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.");
            }

            return Words(body, "access_token") is { Length: > 0 } token
                ? new(token, time.GetUtcNow() + Life(body))
                : throw new NoTokenException($"{request.RequestUri!.Host} answered without a token.");
        }
        catch (Exception error) when (error is not NoTokenException && !cancellationToken.IsCancellationRequested)
        {
            throw new NoTokenException($"{request.RequestUri!.Host} gave no token ({error.GetType().Name}).");
        }
    }

    private HttpRequestMessage Request() => app.Value.Is(MicrosoftAppOptions.UserAssignedMSI) ? OfIdentity() : OfSecret();

    private HttpRequestMessage OfSecret()
    {
        var tenant = app.Value.Is(MicrosoftAppOptions.MultiTenant) ? _cloud.ChannelTenant : app.Value.MicrosoftAppTenantId!;
        return new(HttpMethod.Post, $"{_cloud.LoginUrl}/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token")
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", app.Value.MicrosoftAppId),
                new("client_secret", app.Value.MicrosoftAppPassword),
                new("scope", $"{_cloud.Issuer}/.default"),
            ]),
        };
    }

    // App Service and Container Apps say where their identities are; virtual machines have them at one address.
    private HttpRequestMessage OfIdentity()
    {
        var query = $"resource={Uri.EscapeDataString(_cloud.Issuer)}&client_id={Uri.EscapeDataString(app.Value.MicrosoftAppId!)}";
        if (settings["IDENTITY_ENDPOINT"] is { Length: > 0 } endpoint && settings["IDENTITY_HEADER"] is { Length: > 0 } secret)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"{endpoint}?api-version=2019-08-01&{query}");
            request.Headers.Add("X-IDENTITY-HEADER", secret);
            return request;
        }

        var instance = new HttpRequestMessage(HttpMethod.Get, $"{InstanceMetadata}?api-version=2018-02-01&{query}");
        instance.Headers.Add("Metadata", "true");
        return instance;
    }

    private TimeSpan Life(JsonElement body)
    {
        var life = Seconds(body, "expires_in") is { } left ? TimeSpan.FromSeconds(left)
            : Seconds(body, "expires_on") is { } end ? DateTimeOffset.FromUnixTimeSeconds((long)end) - time.GetUtcNow()
            : Unless;
        return life > Early + Early ? life - Early : life / 2;
    }

    private static string? Words(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // A number, or the same in quotes.
    private static double? Seconds(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.Number ? value.GetDouble()
            : double.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : null
            : null;

    private sealed record Kept(string Token, DateTimeOffset Until);
}

/// <summary>The bot gets no token; the message says why, without secrets.</summary>
internal sealed class NoTokenException(string message) : Exception(message);
