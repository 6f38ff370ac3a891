using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Discord.Tests.Rendering;

/// <summary>
/// Reads a message as strictly as it may be: escapes, our own links, our own bold lines and prefixes. Any other sign that could mean something to
/// Discord is a fault, whether it would come to life there or not.
/// </summary>
internal sealed partial class ShownText
{
    private const string Signs = "\\*_~`|<>#[]:";

    private readonly StringBuilder _words = new();
    private readonly List<int> _numbers = [];
    private readonly List<string> _addresses = [];

    /// <summary>The words as a reader sees them, without white space and what shows nothing.</summary>
    public string Words => _words.ToString();

    /// <summary>The markers, in order.</summary>
    public IReadOnlyList<int> Numbers => _numbers;

    /// <summary>Where its links go.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>The words without white space and what shows nothing.</summary>
    public static string Comparable(string text) => string.Concat(text.Where(sign => sign != '\u2060' && !char.IsWhiteSpace(sign)));

    public void Read(string content)
    {
        foreach (var line in content.Split('\n'))
        {
            var words = line.StartsWith("-# ", StringComparison.Ordinal) ? line[3..] : line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line;
            Assert.False(Block().IsMatch(words), $"a block begins in '{content}'");
            ReadLine(words);
        }
    }

    private void ReadLine(string line)
    {
        var isBold = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line.AsSpan(at).StartsWith("**"))
            {
                isBold = !isBold;
                at++;
            }
            else if (line[at] == '[' && Ours().Match(line, at) is { Success: true } marker)
            {
                var number = int.Parse(marker.Groups["n"].Value, CultureInfo.InvariantCulture);
                _numbers.Add(number);
                _words.Append(CultureInfo.InvariantCulture, $"[{number}]");
                Follow(marker);
                at += marker.Length - 1;
            }
            else if (line[at] == '[' && Titled().Match(line, at) is { Success: true } link)
            {
                Follow(link);
                ReadLine(link.Groups["title"].Value);
                at += link.Length - 1;
            }
            else if (line[at] == '\\')
            {
                at++;
                Assert.True(at < line.Length && char.IsAscii(line[at]) && !char.IsAsciiLetterOrDigit(line[at]) && line[at] != ' ', $"an escape of nothing in '{line}'");
                _words.Append(line[at]);
            }
            else
            {
                Assert.False(Signs.Contains(line[at], StringComparison.Ordinal), $"'{line[at]}' at {at} in '{line}'");
                Assert.False(line[at] == '@' && (at + 1 == line.Length || line[at + 1] != '\u2060'), $"a mention in '{line}'");
                _words.Append(Comparable(line[at].ToString()));
            }
        }
    }

    private void Follow(Match link)
    {
        if (link.Groups["to"] is { Success: true, Value: var address })
        {
            _addresses.Add(address);
        }
    }

    [GeneratedRegex(@"^(?:[-+*] |\d+[.)] |#|>|-#)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\G(?:\[\[(?<n>\d+)\]\]\(<(?<to>[^\s<>()\\]+)>\)|\[(?<n>\d+)\])(?=$| )", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\G\[(?<title>(?:\\[^\[\]]|[^\[\]\\])+)\]\(<(?<to>[^\s<>()\\]+)>\)(?=$| )", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Titled();
}
