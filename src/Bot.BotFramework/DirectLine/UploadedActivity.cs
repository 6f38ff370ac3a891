using Bot.BotFramework.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.BotFramework.DirectLine;

/// <summary>
/// The activity of an upload: the first part of its form. The files behind it are never read, so they may be of any size that the connection bears.
/// </summary>
internal static class UploadedActivity
{
    private const string Part = "activity";
    private const int LongestActivity = 64 * 1024;
    private const int LongestBoundary = 100;
    private const long LongestUpload = 64 * 1024 * 1024;

    /// <summary>Reads it.</summary>
    /// <exception cref="MalformedActivityException">The form has none at its beginning.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            throw new MalformedActivityException("The upload is no multipart form: send its words to /activities, and files not at all.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestUpload;
        }

        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = LongestActivity };
        if (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is not { } first
            || !ContentDispositionHeaderValue.TryParse(first.ContentDisposition, out var disposition)
            || disposition.Name != Part)
        {
            throw new MalformedActivityException($"The upload does not begin with a part \"{Part}\": send its words to /activities, and files not at all.");
        }

        using var whole = new MemoryStream();
        await first.Body.CopyToAsync(whole, cancellationToken).ConfigureAwait(false);
        return whole.ToArray();
    }
}
