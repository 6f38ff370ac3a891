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

    private readonly byte[][] _keys = [.. new[] { options.Value.PrometheusKey, options.Value.PreviousPrometheusKey }.OfType<string>().Select(key => Hash(key.Trim()))];

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (_keys.Length == 0 ? DeskAccess.IsHere(context) : HasKey(context.Request))
        {
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        }

        context.Response.StatusCode = _keys.Length == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private bool HasKey(HttpRequest request) =>
        request.Headers.Authorization is [{ } sent]
        && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && Hash(sent[Scheme.Length..].Trim()) is var hash
        && Array.Exists(_keys, key => CryptographicOperations.FixedTimeEquals(hash, key));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
