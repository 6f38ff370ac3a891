using System.Security.Cryptography;
using System.Text;
using Bot.Host.Desk;
using Microsoft.Extensions.Options;

namespace Bot.Host.Watching;

/// <summary>Who may read <c>/metrics</c>: with a key whoever sends it, without one who sits at this machine. Others find nothing there.</summary>
internal sealed class MetricsGate(IOptions<TelemetryOptions> options)
{
    public const string Path = "/metrics";

    private const string Scheme = "Bearer ";

    private readonly byte[]? _key = options.Value.PrometheusKey is { } key ? Hash(key.Trim()) : null;

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (_key is null ? DeskAccess.IsHere(context) : HasKey(context.Request, _key))
        {
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        }

        context.Response.StatusCode = _key is null ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool HasKey(HttpRequest request, byte[] key) =>
        request.Headers.Authorization is [{ } sent]
        && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(sent[Scheme.Length..].Trim()), key);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
