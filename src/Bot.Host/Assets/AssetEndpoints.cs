using Microsoft.Net.Http.Headers;

namespace Bot.Host.Assets;

/// <summary>Serves what pages load, compressed as the browser takes it.</summary>
internal static class AssetEndpoints
{
    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder app)
    {
        foreach (var (path, asset) in PageAssets.Files)
        {
            app.MapGet(path, (HttpContext context) => Serve(context, asset)).ExcludeFromDescription();
        }

        return app;
    }

    private static IResult Serve(HttpContext context, Asset asset)
    {
        var headers = context.Response.Headers;
        headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        if (Takes(context, "br"))
        {
            headers[HeaderNames.ContentEncoding] = "br";
            return Results.Bytes(asset.Brotli, asset.Type);
        }

        if (Takes(context, "gzip"))
        {
            headers[HeaderNames.ContentEncoding] = "gzip";
            return Results.Bytes(asset.Gzip, asset.Type);
        }

        return Results.Bytes(asset.Plain(), asset.Type);
    }

    private static bool Takes(HttpContext context, string encoding) => context.Request.GetTypedHeaders().AcceptEncoding
        .Any(accepted => accepted.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);
}
