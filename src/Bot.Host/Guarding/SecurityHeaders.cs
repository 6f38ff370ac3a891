using System.Globalization;

namespace Bot.Host.Guarding;

/// <summary>Headers that keep browsers from doing more with a page than showing it.</summary>
internal static class SecurityHeaders
{
    public static Task AddAsync(HttpContext context, RequestDelegate next, TimeSpan onlyHttpsFor)
    {
        Set(context, onlyHttpsFor);
        return next(context);
    }

    /// <summary>Sets them.</summary>
    /// <param name="context">The request.</param>
    /// <param name="onlyHttpsFor">How long a browser that came by HTTPS is to come by nothing else (https://www.rfc-editor.org/rfc/rfc6797).</param>
    public static void Set(HttpContext context, TimeSpan onlyHttpsFor)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy.Strict;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps && onlyHttpsFor > TimeSpan.Zero)
        {
            headers.StrictTransportSecurity = string.Create(CultureInfo.InvariantCulture, $"max-age={(long)onlyHttpsFor.TotalSeconds}");
        }
    }
}
