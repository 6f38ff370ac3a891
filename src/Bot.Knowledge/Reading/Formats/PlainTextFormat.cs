using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Reading.FrontMatters;
using Bot.Knowledge.Reading.Pages;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Plain text: an article as written, or a raw copy of a news page with all that stands around the article.</summary>
internal sealed class PlainTextFormat(KnowledgeOptions options) : IArticleFormat
{
    public int MaxBytes => options.MaxFileBytes;

    public IEnumerable<ArticleDraft> Read(ArticleSource source, ProblemList problems, CancellationToken cancellationToken)
    {
        var block = FrontMatterBlock.Of(SourceText.Decode(source.Bytes));
        var front = FrontMatterReader.Read(block, problems, options.MaxNesting);
        if (problems.Count > 0)
        {
            return [];
        }

        var lines = WithoutFurniture(HardWrap.Undo(PageLine.Of(block.Text)));
        front = front.Or(new PageHead(PageWords.Shipped).Take(lines, front.Title));
        var text = new TextBuilder();
        new PageBlocks(PageWords.Shipped).Write(lines, text);
        return [new(source.Slug, front, text.Build())];
    }

    private static List<PageLine> WithoutFurniture(List<PageLine> lines)
    {
        var kept = new List<PageLine>();
        var wasLeftOut = false;
        foreach (var line in lines)
        {
            var isFurniture = PageWords.Shipped.IsBoilerplate(line.Words);
            if (!isFurniture)
            {
                kept.Add(line with { IsAdjacent = line.IsAdjacent && !wasLeftOut });
            }

            wasLeftOut = isFurniture;
        }

        return kept;
    }
}
