using System.Globalization;
using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Importing.Writing;

/// <summary>
/// Writes an article as Markdown below front matter. Each block is read back before it is taken: in Markdown's own form when that says
/// the same, else without its marks, else as HTML.
/// </summary>
/// <param name="reader">Reads articles.</param>
internal sealed class DraftText(ArticleReader reader)
{
    public string Of(Article article, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(FrontMatter(article));
        var (marked, plain) = (new MarkdownBlock(article), new MarkdownBlock(article with { Inlines = [] }));
        var (bullet, before) = ('-', BlockKind.Paragraph);
        foreach (var block in article.Blocks)
        {
            bullet = before == BlockKind.List && bullet == '-' ? '*' : '-';
            var written = new[] { marked.Of(block, bullet), plain.Of(block, bullet) }
                .FirstOrDefault(form => !IsTakenForCaption(before, form) && Says(article, block, form, cancellationToken));
            before = block.Kind;
            text.Append('\n').Append(written ?? HtmlBlockText.Of(article, block)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Emphasis below a picture would be its caption.</summary>
    private static bool IsTakenForCaption(BlockKind before, string form) => before == BlockKind.Caption && form.StartsWith('*') && form.EndsWith('*');

    private static string FrontMatter(Article article)
    {
        var fields = new StringBuilder("---\n");
        Add("title", Quoted(article.Title));
        Add("byline", Quoted(article.Byline));
        Add("published", Date(article.Published));
        Add("updated", Date(article.Updated));
        Add("source", Quoted(article.Source?.AbsoluteUri));
        Add("language", article.Language);
        Add("tags", article.Tags.IsEmpty ? null : $"[{string.Join(", ", article.Tags.Select(Quoted))}]");
        Add("status", nameof(ArticleStatus.Draft).ToLowerInvariant());
        return fields.Append("---\n").ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                fields.Append(name).Append(": ").Append(value).Append('\n');
            }
        }
    }

    private static string? Quoted(string? words) =>
        words is null ? null : $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string? Date(DateTimeOffset? moment) => moment switch
    {
        null => null,
        { TimeOfDay.Ticks: 0, Offset.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } time => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
    };

    private bool Says(Article article, Block block, string written, CancellationToken cancellationToken)
    {
        // Below a title that no heading has: a heading like the title is taken for it.
        var read = reader.Read(new ArticleSource("block.md", Encoding.UTF8.GetBytes($"---\ntitle: \"\\u2063\"\n---\n{written}\n")), cancellationToken);
        return read is { Articles: [{ Blocks: [var back] } only] } && back.Kind == block.Kind && back.Level == block.Level
            && back.HasHeader == block.HasHeader && back.Credit == block.Credit && back.Attribution == block.Attribution
            && SameWords(back.Span.In(only.Text), block)
            && back.Parts.Select(part => part.In(only.Text)).SequenceEqual(block.Parts.Select(part => part.In(article.Text)));

        // Who said it gets a dash when the page had none.
        bool SameWords(string words, Block original) => words == original.Span.In(article.Text)
            || (original.Kind == BlockKind.Quote && words.Replace("\n— ", "\n", StringComparison.Ordinal) == original.Span.In(article.Text));
    }
}
