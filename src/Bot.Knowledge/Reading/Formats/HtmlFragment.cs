using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Parses HTML without recursion or scripts, and refuses what is nested too deeply for those who walk it.</summary>
internal static class HtmlFragment
{
    private const int MostUnclosed = 1_000;

    /// <exception cref="UnreadableException">It is nested too deeply.</exception>
    public static IHtmlDocument Parse(string html, int maxNesting)
    {
        // One more than is allowed, so that a document that is deeper can be told from one that is just as deep.
        var unclosed = new UnclosedElements(MostUnclosed);
        var parser = new HtmlParser(new() { MaximumDepth = maxNesting + 1, OnToken = (token, _) => unclosed.Count(token) });
        var document = parser.ParseDocument(html);
        return Depth(document) <= maxNesting
            ? document
            : throw new UnreadableException(
                null, $"Its HTML elements are nested more than {maxNesting} levels deep, which is the limit.",
                $"Flatten them, or raise {KnowledgeOptions.Section}:{nameof(KnowledgeOptions.MaxNesting)}.");
    }

    /// <summary>Writes the blocks of HTML that stands within another format.</summary>
    public static void Write(string html, TextBuilder text, int maxNesting)
    {
        if (Parse(html, maxNesting).Body is { } body)
        {
            new HtmlBlocks(text, _ => true).Write(body);
        }
    }

    private static int Depth(IDocument document)
    {
        var (depth, deepest) = (0, 0);
        INode? node = document;
        while (node is not null)
        {
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                deepest = Math.Max(deepest, node is IElement ? depth : 0);
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
            }

            node = node?.NextSibling;
            deepest = Math.Max(deepest, node is IElement ? depth : 0);
        }

        return deepest;
    }
}
