using System.Globalization;
using System.Net;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Importing.Feeds;

/// <summary>What feeds of every kind write alike.</summary>
internal static class FeedWords
{
    /// <summary>Words on one line: some feeds have markup's entities in them.</summary>
    public static string? Line(string? written) => Characters.OneLine(WebUtility.HtmlDecode(written));

    /// <summary>An address as it leads from the feed.</summary>
    public static Uri? Absolute(Uri? link, Uri? feed) => link is null || link.IsAbsoluteUri ? link : feed is null ? null : new Uri(feed, link);

    /// <summary>A day or a moment as ISO 8601 has it; <see langword="null"/> for any other form: the page may say it better.</summary>
    public static DateTimeOffset? Date(string? written) =>
        DateTimeOffset.TryParseExact(
            written?.Trim(), ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
