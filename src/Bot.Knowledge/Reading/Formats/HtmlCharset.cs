using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>The charset a page declares within its first kilobyte, as the HTML standard has it.</summary>
internal static partial class HtmlCharset
{
    private const int WhereDeclared = 1024;

    public static string? Declared(byte[] bytes) =>
        Charset.Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, WhereDeclared))) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    [GeneratedRegex("""<meta[^>]*charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset { get; }
}
