using System.Collections.Immutable;
using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Importing.Writing;

/// <summary>Writes words with their marks as Markdown.</summary>
/// <param name="article">The article the words are of.</param>
internal sealed class MarkedWords(Article article)
{
    /// <summary>Writes a range of the article's text.</summary>
    /// <param name="span">The range.</param>
    /// <param name="kind">The kind of the block it is of.</param>
    public string Of(TextSpan span, BlockKind kind)
    {
        var words = span.In(article.Text);
        var inlines = article.Inlines
            .Where(inline => span.Contains(inline.Span) && inline.Span.Length > 0)
            .Select(inline => inline with { Span = inline.Span.Shift(-span.Start) });
        return Write(words, SafeMarks.Of(words, inlines, inTable: kind == BlockKind.Table), kind);
    }

    /// <summary>Writes words without marks, on one line.</summary>
    public static string Plain(string words) => Write(words, [], BlockKind.Caption);

    private static string Write(string words, ImmutableArray<Inline> marks, BlockKind kind)
    {
        var text = new StringBuilder();
        for (var at = 0; at <= words.Length; at++)
        {
            foreach (var mark in marks.Where(mark => mark.Span.End == at).Reverse())
            {
                text.Append(End(mark));
            }

            if (at == words.Length)
            {
                break;
            }

            foreach (var mark in marks.Where(mark => mark.Span.Start == at))
            {
                text.Append(Start(mark));
            }

            if (words[at] == '\n')
            {
                text.Append("\\\n");
            }
            else if (marks.Any(mark => mark.Kind == InlineKind.Code && mark.Span.Start <= at && at < mark.Span.End))
            {
                text.Append(words[at]);
            }
            else
            {
                MarkdownText.Append(text, words, at, kind == BlockKind.Heading);
            }
        }

        return text.ToString();
    }

    private static string Start(Inline mark) => mark.Kind switch
    {
        InlineKind.Link => "[",
        InlineKind.Code => "`",
        InlineKind.Strong => "**",
        _ => "*",
    };

    private static string End(Inline mark) => mark.Kind switch
    {
        InlineKind.Link => $"]({Target(mark.Target!)})",
        _ => Start(mark),
    };

    // A bracket would end the target, an ampersand begin an entity.
    private static string Target(string address)
    {
        var safe = new StringBuilder();
        for (var at = 0; at < address.Length; at++)
        {
            safe.Append(address[at] == '&' && MarkdownText.IsEntity(address.AsSpan(at + 1)) ? "&amp;" : address[at] == '\\' ? "%5C" : address[at].ToString());
        }

        return address.AsSpan().ContainsAny("()") ? $"<{safe}>" : safe.ToString();
    }
}
