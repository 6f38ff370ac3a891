using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.BotFramework.Identity;
using Bot.Fuzz.Mutating;
using Bot.Fuzz.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Fuzz.Targets;

/// <summary>The check of who sends activities: the tokens of Azure Bot Service.</summary>
internal sealed class JwtTarget : IFuzzTarget, IDisposable
{
    private const string AppId = "6d1f3a52-9a44-4a6e-9a0b-0d4a3ad5e5aa";
    private const string Kid = "key-1";
    private const string Issuer = "https://api.botframework.com";

    private static readonly string[] Channels = ["msteams"];

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly TokenGate _gate;

    public JwtTarget()
    {
        _gate = new(
            Options.Create(new MicrosoftAppOptions { MicrosoftAppId = AppId, MicrosoftAppTenantId = "2b7a3c1e-6a0b-4bb1-8d39-0c7f6f9a7d11" }),
            Options.Create(new BotFrameworkOptions { ChannelMetadata = "https://keys.example/metadata", EntraMetadata = "https://keys.example/metadata" }),
            new Keys(_rsa),
            TimeProvider.System,
            NullLogger<SigningKeys>.Instance,
            NullLogger<TokenGate>.Instance);
        Seeds = [Signed(SecurityAlgorithms.RsaSha256), Signed(SecurityAlgorithms.RsaSha512)];
    }

    public string Name => "jwt";

    public string Promise => "Nobody is let in whose token the key did not sign, to the byte; nothing throws.";

    public IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<string> Words { get; } =
        ["{\"alg\":\"none\"}", "\"alg\":\"HS256\"", "RS256", "none", "\"kid\":\"key-1\"", "\"jwk\":{}", "\"jku\":\"https://x\"", "\"x5c\":[\"a\"]", "\"crit\":[\"exp\"]", "\"zip\":\"DEF\"", "\"exp\":9999999999", "\"nbf\":0", "\"iss\":\"https://api.botframework.com\"", "\"aud\":[\"a\"]", "\"serviceurl\":1", ".", "..", "=", "-", "_", "e30", "Bearer ", "\u00e9"];

    public byte[] Mutate(byte[] input, Mutator mutator)
    {
        var parts = Encoding.Latin1.GetString(input).Split('.');
        if (mutator.Random.Next(3) == 0 || parts.Length < 3)
        {
            return mutator.Mutate(input);
        }

        // Within a part, so that it still decodes.
        var part = mutator.Random.Next(parts.Length);
        try
        {
            var mutated = mutator.Mutate(Base64UrlEncoder.DecodeBytes(parts[part]));
            parts[part] = Base64UrlEncoder.Encode(mutated);
            return Encoding.Latin1.GetBytes(string.Join('.', parts));
        }
        catch (FormatException)
        {
            return mutator.Mutate(input);
        }
    }

    public async ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext();
        var token = Encoding.Latin1.GetString(input);
        context.Request.Headers.Authorization = "Bearer " + token;
        var caller = await _gate.AdmitAsync(context, cancellationToken);
        var isSigned = Seeds.Any(seed => Proven(Encoding.Latin1.GetString(seed)) == Proven(token.Trim()));
        BrokenPromiseException.Unless(caller is null || isSigned, "Who proves nothing is let in.");
        return $"{caller is null} {isSigned} {token.Count(sign => sign == '.')} {Readable(token)}";
    }

    public void Dispose()
    {
        _gate.Dispose();
        _rsa.Dispose();
    }

    // The letters of a signature's last bits may differ and say the same.
    private static string Proven(string token)
    {
        var parts = token.Split('.');
        try
        {
            return parts.Length == 3 ? $"{parts[0]}.{parts[1]}.{Convert.ToHexString(Base64UrlEncoder.DecodeBytes(parts[2]))}" : token;
        }
        catch (FormatException)
        {
            return token;
        }
    }

    private static string Readable(string token)
    {
        try
        {
            var read = new JsonWebToken(token);
            return $"{read.Alg} {read.Kid == Kid} {read.Issuer == Issuer} {Texts.Size(read.Claims.Count())}"[..Math.Min(60, 20 + read.Alg.Length)];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.GetType().Name;
        }
    }

    private byte[] Signed(string algorithm)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = JsonSerializer.Serialize(new { iss = Issuer, aud = AppId, serviceurl = "https://smba.trafficmanager.net/emea/", nbf = now - 60, exp = now + 86_400 });
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return Encoding.ASCII.GetBytes(handler.CreateToken(claims, new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = Kid }, algorithm)));
    }

    /// <summary>The keys as the channels publish them, without a network.</summary>
    private sealed class Keys(RSA rsa) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            var json = request.RequestUri!.AbsolutePath == "/metadata"
                ? """{"issuer":"x","jwks_uri":"https://keys.example/keys"}"""
                : JsonSerializer.Serialize(new
                {
                    keys = new[] { new { kty = "RSA", use = "sig", kid = Kid, n = Base64UrlEncoder.Encode(parameters.Modulus!), e = Base64UrlEncoder.Encode(parameters.Exponent!), endorsements = Channels } },
                });
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json) });
        }
    }
}
