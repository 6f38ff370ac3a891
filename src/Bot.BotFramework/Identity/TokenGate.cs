using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.BotFramework.Identity;

/// <summary>
/// Lets in who proves to be a channel, or an application that may call
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot). Whatever is wrong: no caller.
/// </summary>
internal sealed partial class TokenGate : IDisposable
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;
    private const string ServiceUrlClaim = "serviceurl";

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For"];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly MicrosoftAppOptions _app;
    private readonly BotFrameworkOptions _options;
    private readonly BotCloud _cloud;
    private readonly SigningKeys _channelKeys;
    private readonly SigningKeys _entraKeys;
    private readonly Dictionary<string, string> _tenants;
    private readonly ILogger<TokenGate> _logger;

    public TokenGate(
        IOptions<MicrosoftAppOptions> app,
        IOptions<BotFrameworkOptions> options,
        IHttpClientFactory clients,
        TimeProvider time,
        ILogger<SigningKeys> keysLogger,
        ILogger<TokenGate> logger)
    {
        (_app, _options, _logger) = (app.Value, options.Value, logger);
        _cloud = BotCloud.Of(_options);
        _channelKeys = new(_cloud.ChannelMetadata, clients, time, keysLogger);
        _entraKeys = new(_cloud.EntraMetadata, clients, time, keysLogger);
        _tenants = _cloud.Tenants
            .Concat(Guid.TryParse(_app.MicrosoftAppTenantId, out var own) ? [own.ToString()] : [])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(tenant => _cloud.IssuersOf(tenant).Select(issuer => (issuer, tenant)))
            .ToDictionary(pair => pair.issuer, pair => pair.tenant, StringComparer.Ordinal);
    }

    /// <summary>Who sends a request; <see langword="null"/> when that is not proven.</summary>
    public async Task<Caller?> AdmitAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return _options.AllowAnonymousLoopback && !_app.IsSet && IsHere(context) ? new Caller.Loopback() : null;
        }

        if (!_app.IsSet || header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await OfTokenAsync(value[Scheme.Length..].Trim(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A token that the library stumbles over proves nothing.
            LogRefused(error.GetType().Name);
            return null;
        }
    }

    public void Dispose()
    {
        _channelKeys.Dispose();
        _entraKeys.Dispose();
    }

    private async Task<Caller?> OfTokenAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length is 0 or > LongestToken || !_handler.CanReadToken(text) || _handler.ReadJsonWebToken(text) is not { } unproven || string.IsNullOrEmpty(unproven.Kid))
        {
            return null;
        }

        if (unproven.Issuer == _cloud.Issuer)
        {
            return await ValidateAsync(text, _channelKeys, [_cloud.Issuer], cancellationToken).ConfigureAwait(false) is { } proven ? OfChannel(proven.Token, proven.Keys) : null;
        }

        return _tenants.TryGetValue(unproven.Issuer, out var tenant)
            && await ValidateAsync(text, _entraKeys, [unproven.Issuer], cancellationToken).ConfigureAwait(false) is { } entra
            ? OfApplication(entra.Token, tenant)
            : null;
    }

    private static Caller.Channel? OfChannel(JsonWebToken token, OpenIdConnectConfiguration keys) =>
        token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            ? new(serviceUrl, SigningKeys.Endorsements(keys, token.Kid))
            : null;

    private Caller.Application? OfApplication(JsonWebToken token, string tenant)
    {
        var caller = Claim(token, "ver") == "2.0" ? Claim(token, "azp") : Claim(token, "appid");
        var known = caller is not null && _options.AllowedCallers.Append(_app.MicrosoftAppId).Contains(caller, StringComparer.OrdinalIgnoreCase);
        return known && string.Equals(Claim(token, "tid"), tenant, StringComparison.OrdinalIgnoreCase) ? new(Claim(token, ServiceUrlClaim)) : null;
    }

    private async Task<(JsonWebToken Token, OpenIdConnectConfiguration Keys)?> ValidateAsync(string text, SigningKeys signing, string[] issuers, CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration? before = null;
        while (await signing.GetAsync(before, cancellationToken).ConfigureAwait(false) is { } keys && keys != before)
        {
            var result = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
            {
                ValidIssuers = issuers,
                ValidAudience = _app.MicrosoftAppId,
                ValidAlgorithms = Algorithms,
                IssuerSigningKeys = keys.SigningKeys,
                TryAllIssuerSigningKeys = false,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ClockSkew = TimeSpan.FromMinutes(5),
            }).ConfigureAwait(false);
            if (result.IsValid)
            {
                return ((JsonWebToken)result.SecurityToken, keys);
            }

            LogRefused(result.Exception?.GetType().Name ?? "invalid");

            // Keys may have changed: once more with fresh ones.
            if (before is not null || result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            {
                return null;
            }

            before = keys;
        }

        return null;
    }

    // A proxy on this machine speaks for others.
    private static bool IsHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) && value.Length > 0 ? value : null;

    [LoggerMessage(LogLevel.Debug, "A token was refused: {Reason}.")]
    private partial void LogRefused(string reason);
}
