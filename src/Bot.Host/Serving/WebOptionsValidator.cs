using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>Names what is wrong with the web's settings beyond their ranges.</summary>
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        string[] failures =
        [
            .. options.PublicUrl is not { Length: > 0 } url || IsPublic(url)
                ? (string[])[]
                : [$"Web:PublicUrl is '{url}': write an absolute http(s) address without query or fragment, such as https://bot.example.org."],
            .. options.TrustedProxies
                .Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
                .Select(proxy => $"Web:TrustedProxies has '{proxy}': write an IP address, or a network such as 10.0.0.0/8."),
            .. options.TrustedProxies
                .Where(proxy => IPNetwork.TryParse(proxy, out var network) && network.PrefixLength == 0)
                .Select(proxy => $"Web:TrustedProxies has '{proxy}', which is everybody: anyone could then pass for anyone else. Write your proxy's address or its network."),
            .. options.AllowedHosts
                .Where(host => !Host().IsMatch(host))
                .Select(host => $"Web:AllowedHosts has '{host}': write a host such as bot.example.org, or *.example.org for all below it, without scheme and port."),
            .. options.EmbedOrigins
                .Where(origin => !IsOrigin(origin))
                .Select(origin => $"Web:EmbedOrigins has '{origin}': write an http(s) origin without a path, such as https://news.example.org."),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // Nothing else may get into a header.
    private static bool IsOrigin(string origin) => Origin().IsMatch(origin) && Uri.TryCreate(origin, UriKind.Absolute, out _);

    [GeneratedRegex(@"^https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^(?:(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\])$", RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    private static bool IsPublic(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
