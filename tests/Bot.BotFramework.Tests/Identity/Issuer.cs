using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.BotFramework.Tests.Identity;

/// <summary>A server with OpenID metadata and keys, and whoever signs with them.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    // Made once: making keys is what takes time.
    private static readonly RSAParameters First = New();
    private static readonly RSAParameters Second = New();

    private readonly List<(RSA Key, string Kid, string[]? Endorsements)> _published = [];
    private readonly WebApplication _app;

    private Issuer(WebApplication app, RSAParameters key) => (_app, Key) = (app, RSA.Create(key));

    public RSA Key { get; private set; }

    public string Kid { get; private set; } = "key-1";

    public int Fetches { get; private set; }

    public bool Broken { get; set; }

    public string Metadata => _app.Urls.First() + "/metadata";

    public static async Task<Issuer> StartAsync(params string[] endorsements)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new Issuer(builder.Build(), endorsements.Length > 0 ? First : Second);
        issuer.Publish(issuer.Key, issuer.Kid, endorsements);
        issuer._app.MapGet("/metadata", issuer.DescribeAsync);
        issuer._app.MapGet("/keys", issuer.KeysAsync);
        await issuer._app.StartAsync();
        return issuer;
    }

    public void Publish(RSA key, string kid, string[]? endorsements) => _published.Add((key, kid, endorsements));

    /// <summary>Signs with another key from now on, which only a fresh look at the keys shows.</summary>
    public void Rotate(params string[] endorsements)
    {
        (Key, Kid) = (RSA.Create(2048), "key-2");
        _published.Clear();
        Publish(Key, Kid, endorsements);
    }

    public string Sign(IDictionary<string, object> claims, string algorithm = SecurityAlgorithms.RsaSha256, RSA? key = null, string? kid = null) =>
        Sign(claims, new SigningCredentials(new RsaSecurityKey(key ?? Key) { KeyId = kid ?? Kid }, algorithm));

    public static string Sign(IDictionary<string, object> claims, SigningCredentials? credentials)
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(JsonSerializer.Serialize(claims), credentials!);
    }

    public static string Unsigned(IDictionary<string, object> claims, string kid) =>
        Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"JWT","kid":"{{kid}}"}""") + "." + Base64UrlEncoder.Encode(JsonSerializer.Serialize(claims)) + ".";

    /// <summary>Signed with the public key as if it were a shared secret.</summary>
    public string Confused(IDictionary<string, object> claims) =>
        Sign(claims, new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Key.ExportSubjectPublicKeyInfoPem())) { KeyId = Kid }, SecurityAlgorithms.HmacSha256));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static RSAParameters New()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(includePrivateParameters: true);
    }

    private Task DescribeAsync(HttpContext context)
    {
        Fetches++;
        context.Response.StatusCode = Broken ? 500 : 200;
        return context.Response.WriteAsync(Broken ? "" : $$"""{"issuer":"x","jwks_uri":"{{_app.Urls.First()}}/keys","id_token_signing_alg_values_supported":["RS256"]}""");
    }

    private Task KeysAsync(HttpContext context) => context.Response.WriteAsync(JsonSerializer.Serialize(new
    {
        keys = _published.Select(published =>
        {
            var parameters = published.Key.ExportParameters(includePrivateParameters: false);
            var key = new Dictionary<string, object>
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = published.Kid,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
            };
            if (published.Endorsements is { } endorsements)
            {
                key["endorsements"] = endorsements;
            }

            return key;
        }),
    }));
}
