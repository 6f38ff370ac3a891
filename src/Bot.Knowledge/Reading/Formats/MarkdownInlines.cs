using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.FrontMatters;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Writes the words of a Markdown block and the marks on them. Pictures within running text leave no words.</summary>
internal static class MarkdownInlines
{
    private static readonly string[] Unseen = ["script", "style"];

    public static string WordsOf(LeafBlock leaf)
    {
        var draft = new BlockDraft(BlockKind.Paragraph);
        Write(leaf.Inline, draft);
        return draft.Words;
    }

    public static void Write(ContainerInline? container, BlockDraft draft)
    {
        string? dropped = null;
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is HtmlInline tag)
            {
                dropped = AfterTag(tag.Tag, dropped, draft);
            }
            else if (dropped is null)
            {
                Write(inline, draft);
            }
        }
    }

    private static void Write(Markdig.Syntax.Inlines.Inline inline, BlockDraft draft)
    {
        var start = draft.Position;
        switch (inline)
        {
            case LiteralInline literal:
                draft.Append(literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                draft.Append(entity.Transcoded.ToString());
                break;
            case CodeInline code:
                draft.Append(code.Content);
                draft.Mark(InlineKind.Code, start);
                break;
            case AutolinkInline link:
                draft.Append(link.Url);
                MarkLink(draft, start, link.IsEmail ? null : link.Url);
                break;
            case LineBreakInline { IsHard: true }:
            case LineBreakInline when IsAttribution(draft, inline.NextSibling):
                draft.BreakWords();
                break;
            case LineBreakInline:
                draft.Append(" ");
                break;
            case LinkInline { IsImage: true }:
                break;
            case LinkInline link:
                Write((ContainerInline)link, draft);
                MarkLink(draft, start, link.Url);
                break;
            case EmphasisInline emphasis:
                Write((ContainerInline)emphasis, draft);
                if (emphasis.DelimiterChar is '*' or '_')
                {
                    draft.Mark(emphasis.DelimiterCount > 1 ? InlineKind.Strong : InlineKind.Emphasis, start);
                }

                break;
            case DelimiterInline delimiter:
                draft.Append(delimiter.ToLiteral());
                Write((ContainerInline)delimiter, draft);
                break;
            case ContainerInline inner:
                Write(inner, draft);
                break;
        }
    }

    private static void MarkLink(BlockDraft draft, int start, string? url)
    {
        if (FrontMatterFields.Address(url) is { } address)
        {
            draft.Mark(InlineKind.Link, start, address.AbsoluteUri);
        }
    }

    /// <summary>A quote's last line names its speaker after a dash: it must stay a line of its own.</summary>
    private static bool IsAttribution(BlockDraft draft, Markdig.Syntax.Inlines.Inline? next) =>
        draft.Kind == BlockKind.Quote && next is LiteralInline literal && QuoteLines.BeginsWithDash(literal.Content.ToString());

    /// <summary>Tags leave no words; what stands between those of scripts and styles does not either.</summary>
    private static string? AfterTag(string tag, string? dropped, BlockDraft draft)
    {
        if (dropped is not null)
        {
            return tag.StartsWith("</" + dropped, StringComparison.OrdinalIgnoreCase) ? null : dropped;
        }

        if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            draft.BreakWords();
        }

        return Unseen.FirstOrDefault(name => tag.StartsWith("<" + name, StringComparison.OrdinalIgnoreCase));
    }
}
