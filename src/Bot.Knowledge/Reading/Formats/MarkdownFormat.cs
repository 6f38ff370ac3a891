using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Reading.FrontMatters;
using Markdig;
using Markdig.Syntax;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Markdown (CommonMark with pipe tables and footnotes) below YAML front matter.</summary>
internal sealed class MarkdownFormat(KnowledgeOptions options) : IArticleFormat
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

        var document = Parse(block.Text);
        var headline = document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1);
        var words = headline is null ? null : Characters.OneLine(MarkdownInlines.WordsOf(headline));
        if (headline is not null && (front.Title ?? words) == words)
        {
            document.Remove(headline);
        }

        var text = new TextBuilder();
        new MarkdownBlocks(text, options.MaxNesting).Write(document);
        return [new(source.Slug, front with { Title = front.Title ?? words }, text.Build())];
    }

    private MarkdownDocument Parse(string text)
    {
        var pipeline = new MarkdownPipelineBuilder { MaximumNestingDepth = options.MaxNesting }
            .UsePipeTables().UseFootnotes().UseEmphasisExtras().UseTaskLists().UseAutoLinks().Build();
        try
        {
            return Markdig.Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            // The only thing Markdig throws at a text: its depth limit.
            throw new UnreadableException(
                null,
                $"Its blocks are nested more than {options.MaxNesting} levels deep, which is the limit, or one of them holds thousands of marks.",
                $"Flatten its lists and quotes, or raise {KnowledgeOptions.Section}:{nameof(KnowledgeOptions.MaxNesting)}.");
        }
    }
}
