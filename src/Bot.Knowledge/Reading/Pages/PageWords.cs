using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Knowledge.Reading.Pages;

/// <summary>What news pages carry beside their articles, in several languages: the entries of <c>page-words.txt</c>.</summary>
internal sealed partial class PageWords
{
    /// <summary>A longer line is text, whatever it begins with.</summary>
    private const int LongestLine = 160;

    private static readonly char[] Ornaments = [.. " :：…»«›‹><→←↓↑|•·+-–—"];
    private readonly FrozenDictionary<string, FrozenSet<string>> _lists;
    private readonly ImmutableArray<string> _beginnings;

    private PageWords(Dictionary<string, List<string>> lists)
    {
        _lists = lists.ToFrozenDictionary(list => list.Key, list => list.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _beginnings = [.. lists["boilerplate"].Where(entry => entry.EndsWith('*')).Select(entry => entry[..^1])];
    }

    /// <summary>The lists that ship with Bot.</summary>
    public static PageWords Shipped { get; } = Load();

    /// <summary>Whether the line is no part of an article: a line of a page's furniture and nothing else.</summary>
    public bool IsBoilerplate(string line)
    {
        if (line.Length > LongestLine)
        {
            return false;
        }

        var plain = Number.Replace(Plain(line), "#");
        return Has("boilerplate", plain) || _beginnings.Any(plain.StartsWith) || IsShareBar(plain)
            || Has("image", plain) || Has("caption", plain) || Has("credit", plain);
    }

    /// <summary>Whether all of the words are an entry of a list.</summary>
    public bool Is(string list, string words) => Has(list, Plain(words));

    /// <summary>What follows a label and its colon at the head of the words; <see langword="null"/> when there is no such label.</summary>
    public string? AfterLabel(string list, string words) =>
        Label(list, words) is not { } label ? null : words[label.Length..].TrimStart() switch
        {
            [':' or '：', .. var rest] => rest.Trim(),
            // "Image caption, …" is a label read out loud; "Photos, …" begins a sentence.
            [',', .. var rest] when label.Contains(' ', StringComparison.Ordinal) => rest.Trim(),
            _ => null,
        };

    /// <summary>
    /// What follows a label, with or without a colon, at the head of the words; <see langword="null"/> when there is none.
    /// </summary>
    public string? AfterWords(string list, string words) =>
        Label(list, words) is { } label ? words[label.Length..].TrimStart(' ', ':', '：', ',') : null;

    private string? Label(string list, string words) => _lists[list]
        .Where(label => words.StartsWith(label, StringComparison.OrdinalIgnoreCase)
            && (words.Length == label.Length || !char.IsLetterOrDigit(label[^1]) || !char.IsLetterOrDigit(words[label.Length])))
        .MaxBy(label => label.Length);

    private bool IsShareBar(string plain)
    {
        var words = plain.Split([' ', ',', '|', '·', '•', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 12 && words.All(word => Has("share", word)) && words.Any(word => word.Length > 3);
    }

    private bool Has(string list, string plain) => _lists[list].Contains(plain);

    private static string Plain(string words) => Spaces.Replace(words, " ").ToLowerInvariant().Trim(Ornaments);

    private static PageWords Load()
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream("page-words.txt")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> list = [];
        while (reader.ReadLine()?.Trim() is { } line)
        {
            if (line.StartsWith('['))
            {
                lists.Add(line.Trim('[', ']'), list = []);
            }
            else if (line.Length > 0 && !line.StartsWith(';'))
            {
                list.Add(Number.Replace(Plain(line), "#"));
            }
        }

        return new(lists);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"\d+(?:[.,]\d+)?")]
    private static partial Regex Number { get; }
}
