using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.Pages;

/// <summary>Makes blocks of a page's lines: captions with their credits, lists, headings, and paragraphs of all the rest.</summary>
internal sealed class PageBlocks(PageWords pageWords)
{
    private const int LongestCaption = 400;
    private const int LongestHeading = 60;
    private const int ShortestParagraph = 80;
    private readonly PictureCredit _credits = new(pageWords);

    public void Write(List<PageLine> lines, TextBuilder text)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var words = lines[at].Words;
            if (ListLength(lines, at) is > 1 and var items)
            {
                text.Add(List(lines.GetRange(at, items)));
                at += items - 1;
            }
            else if (_credits.Split(pageWords.AfterLabel("caption", words) ?? pageWords.AfterLabel("image", words)
                ?? words) is { } credited)
            {
                text.Add(Caption(credited.Caption, credited.Credit));
            }
            else if (pageWords.AfterLabel("caption", words) is { } caption)
            {
                text.Add(Caption(caption, CreditBelow(lines, ref at)));
            }
            else if (pageWords.AfterLabel("image", words) is { } description)
            {
                WriteLabelled(lines, ref at, description, text);
            }
            else if (_credits.Whole(words) is null)
            {
                WriteText(lines, ref at, text);
            }
        }
    }

    /// <summary>
    /// "Image: Syrian Democratic Forces" names a picture for those who do not see it, and its caption may stand below; a whole sentence
    /// there is the caption itself.
    /// </summary>
    private void WriteLabelled(List<PageLine> lines, ref int at, string description, TextBuilder text)
    {
        if (new PageLine(description, false).EndsSentence)
        {
            text.Add(Caption(description, CreditBelow(lines, ref at)));
        }
        else if (at + 1 < lines.Count && lines[at + 1] is { IsAdjacent: true, Words.Length: <= LongestCaption })
        {
            at++;
            var split = _credits.Split(lines[at].Words);
            text.Add(Caption(split?.Caption ?? lines[at].Words, split?.Credit ?? CreditBelow(lines, ref at)));
        }
    }

    private void WriteText(List<PageLine> lines, ref int at, TextBuilder text)
    {
        var line = lines[at];
        if (line.Words.Length <= LongestCaption && CreditBelow(lines, ref at) is { } credit)
        {
            text.Add(Caption(line.Words, credit));
        }
        else if (IsHeading(lines, at))
        {
            text.Add(new BlockDraft(BlockKind.Heading) { Level = 2 }.Append(line.Words));
        }
        else
        {
            text.Add(BlockKind.Paragraph, line.Words);
        }
    }

    /// <summary>The credit on a line of its own right below, which is then passed over.</summary>
    private string? CreditBelow(List<PageLine> lines, ref int at)
    {
        var credit = at + 1 < lines.Count && lines[at + 1].IsAdjacent ? _credits.Whole(lines[at + 1].Words) : null;
        at += credit is null ? 0 : 1;
        return credit;
    }

    /// <summary>Only a line that can be nothing else: short, capitalised, without a mark at its end, between whole paragraphs.</summary>
    private static bool IsHeading(List<PageLine> lines, int at)
    {
        var words = lines[at].Words;
        return at > 0 && at + 1 < lines.Count
            && words.Length <= LongestHeading && !words.Contains('.', StringComparison.Ordinal)
            && char.IsLetterOrDigit(words[0]) && !char.IsLower(words[0]) && (char.IsLetterOrDigit(words[^1]) || words[^1] == '?')
            && !lines[at].IsAdjacent && lines[at - 1].EndsSentence
            && lines[at + 1] is { EndsSentence: true, Words.Length: >= ShortestParagraph };
    }

    private static int ListLength(List<PageLine> lines, int at)
    {
        var count = 0;
        while (at + count < lines.Count && Item(lines[at + count].Words) is not null)
        {
            count++;
        }

        return count;
    }

    private static string? Item(string words) =>
        words is ['-' or '*' or '•' or '·' or '‣' or '▪', ' ' or '\t', .. var item] ? item.Trim() : null;

    private static BlockDraft List(List<PageLine> lines)
    {
        var list = new BlockDraft(BlockKind.List);
        foreach (var line in lines)
        {
            list.BreakLine();
            var start = list.Position;
            list.Append(Item(line.Words)).EndPart(start);
        }

        return list;
    }

    private static BlockDraft Caption(string words, string? credit) => new BlockDraft(BlockKind.Caption) { Credit = credit }.Append(words);
}
