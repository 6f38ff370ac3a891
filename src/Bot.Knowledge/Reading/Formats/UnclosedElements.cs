using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>
/// Counts the elements that stay open while a page is parsed. The parser looks through them all at most tags, so that thousands of
/// them cost minutes; a page that leaves so many open is none that a newsroom wrote.
/// </summary>
internal sealed class UnclosedElements(int limit)
{
    /// <summary>Elements without an end tag, or whose end tag may be left out.</summary>
    private static readonly HashSet<string> NeverClosed =
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp", "rt", "html", "head",
        "body",
    ];

    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private int _count;

    public void Count(HtmlToken token)
    {
        var name = token.Name ?? "";
        if (NeverClosed.Contains(name))
        {
            return;
        }

        if (token.Type == HtmlTokenType.StartTag && !token.AsTag().IsSelfClosing)
        {
            _open[name] = _open.GetValueOrDefault(name) + 1;
            _count++;
        }
        else if (token.Type == HtmlTokenType.EndTag && _open.GetValueOrDefault(name) is > 0 and var open)
        {
            _open[name] = open - 1;
            _count--;
        }

        if (_count > limit)
        {
            throw new UnreadableException(null, $"It leaves more than {limit} HTML elements open.", "Close them, or save the page again.");
        }
    }
}
