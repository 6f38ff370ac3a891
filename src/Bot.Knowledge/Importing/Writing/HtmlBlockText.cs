using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing.Writing;

/// <summary>Writes a block as the HTML that Markdown may hold: for what Markdown has no form for, such as a table of uneven rows.</summary>
internal static class HtmlBlockText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(Article article, Block block)
    {
        var words = block.Span.In(article.Text);
        return block.Kind switch
        {
            BlockKind.Table => Table(article, block),
            BlockKind.Caption when block.Credit is { } credit =>
                $"<figure><figcaption>{Lines(words)} <span class=\"credit\">{Encoder.Encode(credit)}</span></figcaption></figure>",
            BlockKind.Caption => $"<figure><figcaption>{Lines(words)}</figcaption></figure>",
            BlockKind.Heading => $"<h{block.Level}>{Lines(words)}</h{block.Level}>",
            BlockKind.Quote => $"<blockquote>{Lines(words)}</blockquote>",
            BlockKind.List => "<ul>\n" + string.Concat(block.Parts.Select(part => $"<li>{Lines(part.In(article.Text))}</li>\n")) + "</ul>",
            _ => $"<p>{Lines(words)}</p>",
        };
    }

    private static string Table(Article article, Block block)
    {
        var text = new StringBuilder("<table>\n");
        for (var row = 0; row < block.Parts.Length; row++)
        {
            var cell = row == 0 && block.HasHeader ? "th" : "td";
            var cells = block.Parts[row].In(article.Text).Split('|').Select(words => $"<{cell}>{Lines(words.Trim())}</{cell}>");
            text.Append("<tr>").AppendJoin("", cells).Append("</tr>\n");
        }

        return text.Append("</table>").ToString();
    }

    private static string Lines(string words) => Encoder.Encode(words).Replace("&#xA;", "<br>", StringComparison.Ordinal);
}
