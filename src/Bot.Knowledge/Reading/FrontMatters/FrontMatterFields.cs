using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Reading.FrontMatters;

/// <summary>The values of fields that have a form: dates, addresses, languages.</summary>
internal static partial class FrontMatterFields
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:ss zzz",
    ];

    /// <summary>An ISO 8601 date, with or without a time; UTC unless it names an offset.</summary>
    public static DateTimeOffset? Date(string? value) =>
        DateTimeOffset.TryParseExact(value?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    /// <summary>An absolute http(s) address.</summary>
    public static Uri? Address(string? value) =>
        Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    /// <summary>The primary subtag of a BCP 47 tag, in lower case: <c>pt</c> of <c>pt-BR</c> or <c>pt_BR</c>.</summary>
    public static string? Language(string? value) =>
        LanguageTag.Match(value?.Trim() ?? "") is { Success: true } tag ? tag.Groups[1].Value.ToLowerInvariant() : null;

    [GeneratedRegex("^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag { get; }
}
