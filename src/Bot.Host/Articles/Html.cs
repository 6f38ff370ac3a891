using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bot.Host.Articles;

/// <summary>
/// A page being written. Markup is what stands literally in <see cref="Write"/>'s interpolated strings; whatever is put into them is text and is
/// encoded, so that no words of an article, a link or a reader become markup.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _page = new();

    public Html Write([InterpolatedStringHandlerArgument("")] Markup markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>Writes text, encoded.</summary>
    public void Text(string? text) => _page.Append(Encoder.Encode(text ?? ""));

    public override string ToString() => _page.ToString();

    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly Html _html;

        public Markup(int literalLength, int formattedCount, Html html)
        {
            _html = html;
            html._page.EnsureCapacity(html._page.Length + literalLength + (formattedCount * 16));
        }

        public void AppendLiteral(string markup) => _html._page.Append(markup);

        public void AppendFormatted(string? text) => _html.Text(text);

        public void AppendFormatted(int number) => _html._page.Append(number);
    }
}
