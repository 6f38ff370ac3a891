using System.Text;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing;

/// <summary>
/// The status in an article's front matter, changed without touching another byte. Bytes are looked at as Latin-1, which every byte is
/// and gives back.
/// </summary>
internal static partial class StatusField
{
    /// <summary>The file with another status.</summary>
    public static byte[] With(byte[] file, ArticleStatus status)
    {
        var text = Encoding.Latin1.GetString(file);
        var value = status.ToString().ToLowerInvariant();
        if (FrontMatter.Match(text) is not { Success: true } front)
        {
            var mark = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? 3 : 0;
            var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            return Encoding.Latin1.GetBytes(text.Insert(mark, $"---{end}status: {value}{end}---{end}"));
        }

        var fields = front.Groups["fields"];
        if (Field.Match(fields.Value) is { Success: true } field)
        {
            var old = field.Groups["value"];
            return Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, fields.Index + old.Index), Value(old, value), text.AsSpan(fields.Index + old.Index + old.Length)));
        }

        return Encoding.Latin1.GetBytes(text.Insert(fields.Index + fields.Length, $"status: {value}{front.Groups["end"].Value}"));
    }

    // A field without a value may lack the space before it too.
    private static string Value(Group old, string value) => old.Length == 0 ? $" {value}" : value;

    [GeneratedRegex(@"\A(?:\u00EF\u00BB\u00BF)?\s*---[ \t]*(?<end>\r\n|\n|\r)(?<fields>(?:.*?(?:\r\n|\n|\r))??)(?:---|\.\.\.)[ \t]*(?:\r|\n|\z)", RegexOptions.Singleline)]
    private static partial Regex FrontMatter { get; }

    [GeneratedRegex("""^status[ \t]*:[ \t]*?(?<value>(?<=[ \t])(?:[A-Za-z]+|"[A-Za-z]*"|'[A-Za-z]*')|)(?=[ \t]*(?:#[^\r\n]*)?\r?$)""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Field { get; }
}
