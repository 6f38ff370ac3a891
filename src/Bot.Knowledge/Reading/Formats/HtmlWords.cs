using AngleSharp.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.FrontMatters;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Writes the words below an HTML node as they are seen, and the marks on them.</summary>
internal static class HtmlWords
{
    private static readonly HashSet<string> Unseen =
    [
        "script", "style", "template", "noscript", "iframe", "svg", "math", "canvas", "video", "audio", "object", "embed", "img", "picture",
        "nav", "aside", "form", "button", "input", "select", "textarea", "label", "dialog", "head", "title", "meta", "link",
    ];

    private static readonly HashSet<string> BlockNames =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul",
    ];

    public static bool IsUnseen(INode node) => node switch
    {
        IElement element => Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")
            || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true,
        IText => false,
        _ => true,
    };

    public static bool IsBlock(INode node) => node is IElement element && BlockNames.Contains(element.LocalName);

    /// <summary>Writes a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="draft">What to write to.</param>
    /// <param name="except">An element that is written elsewhere.</param>
    public static void Write(INode node, BlockDraft draft, INode? except = null)
    {
        if (node is IText text)
        {
            draft.Append(text.Data);
        }
        else if (node == except || IsUnseen(node))
        {
        }
        else if (node is IElement { LocalName: "br" })
        {
            draft.BreakWords();
        }
        else if (node is IElement { LocalName: "q" })
        {
            WriteChildren(node, draft.Append("“"), except);
            draft.Append("”");
        }
        else if (node is IElement { LocalName: "pre" } pre)
        {
            WriteLines(pre, draft);
        }
        else
        {
            WriteElement((IElement)node, draft, except);
        }
    }

    public static void WriteChildren(INode node, BlockDraft draft, INode? except = null)
    {
        foreach (var child in node.ChildNodes)
        {
            Write(child, draft, except);
        }
    }

    /// <summary>The words of an element, on one line; <see langword="null"/> when it has none.</summary>
    public static string? OneLine(IElement? element)
    {
        var draft = new BlockDraft(BlockKind.Paragraph);
        if (element is not null)
        {
            WriteChildren(element, draft);
        }

        return Characters.OneLine(draft.Words);
    }

    private static void WriteElement(IElement element, BlockDraft draft, INode? except)
    {
        if (IsBlock(element))
        {
            draft.BreakWords();
            WriteChildren(element, draft, except);
            draft.BreakWords();
            return;
        }

        var start = draft.Position;
        WriteChildren(element, draft, except);
        switch (element.LocalName)
        {
            case "em" or "i":
                draft.Mark(InlineKind.Emphasis, start);
                break;
            case "strong" or "b":
                draft.Mark(InlineKind.Strong, start);
                break;
            case "code" or "kbd" or "samp" or "tt":
                draft.Mark(InlineKind.Code, start);
                break;
            case "a" when FrontMatterFields.Address(element.GetAttribute("href")) is { } address:
                draft.Mark(InlineKind.Link, start, address.AbsoluteUri);
                break;
        }
    }

    private static void WriteLines(IElement pre, BlockDraft draft)
    {
        foreach (var line in pre.TextContent.Split('\n'))
        {
            draft.BreakWords();
            draft.Append(line);
        }
    }
}
