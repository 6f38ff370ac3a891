using Bot.Host.Asking;
using Bot.Host.Health;
using Bot.Host.Serving;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bot.Host.Guarding;

/// <summary>Serves only the hosts that the setting <c>Web:AllowedHosts</c> names, if it names any: a foreign name that leads here gets nothing.</summary>
internal sealed class HostNames(IOptions<WebOptions> options)
{
    private readonly StringSegment[] _allowed = [.. options.Value.AllowedHosts.Select(host => new StringSegment(host))];

    // Who looks after the health asks by whatever address the machine has.
    public Task PassAsync(HttpContext context, RequestDelegate next) =>
        _allowed.Length == 0 || HealthEndpoints.Are(context.Request.Path) || HostString.MatchesAny(context.Request.Host.Host, _allowed)
            ? next(context)
            : Problem.OtherHost().ExecuteAsync(context);
}
