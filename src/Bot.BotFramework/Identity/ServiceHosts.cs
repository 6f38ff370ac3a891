using Microsoft.Extensions.Options;

namespace Bot.BotFramework.Identity;

/// <summary>Where answers may go: the bot's token is sent to no host that is not listed.</summary>
internal sealed class ServiceHosts(IOptions<BotFrameworkOptions> options)
{
    // smba is exact: anybody can have a name below trafficmanager.net.
    private static readonly string[] Exact = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];
    private static readonly string[] Below = [".botframework.com", ".botframework.us", ".teams.microsoft.com", ".teams.microsoft.us"];

    /// <summary>Whether an answer with the bot's token may go there.</summary>
    public bool MayGetToken(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (IsListed(uri.IdnHost) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)));

    /// <summary>Whether an answer may go there at all.</summary>
    public bool MayGetAnswer(string? serviceUrl) => MayGetToken(serviceUrl) || (options.Value.AllowAnonymousLoopback && IsLoopback(serviceUrl));

    /// <summary>Whether it is on this machine.</summary>
    public static bool IsLoopback(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.UserInfo.Length == 0 && (uri.Scheme is "http" or "https");

    private bool IsListed(string host) =>
        Exact.Contains(host, StringComparer.OrdinalIgnoreCase)
        || Below.Concat(options.Value.ServiceHosts.Where(own => own.StartsWith('.'))).Any(suffix =>
            host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || string.Equals(host, suffix[1..], StringComparison.OrdinalIgnoreCase))
        || options.Value.ServiceHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
