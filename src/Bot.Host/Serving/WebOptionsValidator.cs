using System.Net;
using Microsoft.Extensions.Options;

namespace Bot.Host.Serving;

/// <summary>Names what is wrong with the web's settings beyond their ranges.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
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
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsPublic(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
