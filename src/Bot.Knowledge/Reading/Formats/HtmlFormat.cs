using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Reading.FrontMatters;
using Bot.Knowledge.Reading.Pages;
using SmartReader;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>A saved page of news: SmartReader finds the article on it, and nothing is fetched.</summary>
internal sealed class HtmlFormat(KnowledgeOptions options) : IArticleFormat
{
    /// <summary>Stands for the address of a page that names none; it is never asked for.</summary>
    private const string NoAddress = "https://page.invalid/";

    private const int LinesOfHead = 4;

    /// <summary>SmartReader's time grows faster than a page; no page of news comes near.</summary>
    private const int MostElements = 15_000;

    public int MaxBytes => options.MaxFileBytes;

    public IEnumerable<ArticleDraft> Read(ArticleSource source, ProblemList problems, CancellationToken cancellationToken)
    {
        var html = SourceText.Decode(source.Bytes, HtmlCharset.Declared(source.Bytes));
        var page = Parse(html, source.Address);
        var front = HtmlMetadata.Of(page);
        var (content, found) = Extract(page, html, source.Address, front.Source, cancellationToken);
        front = front.Or(found);

        var text = new TextBuilder();
        var head = new PageHead(PageWords.Shipped);
        var blocks = 0;
        new HtmlBlocks(text, IsWanted).Write(content);
        return [new(source.Slug, front, text.Build())];

        bool IsWanted(BlockDraft draft)
        {
            var words = draft.Words;
            if (words.Length == 0 || PageWords.Shipped.IsBoilerplate(words)
                || (draft.Kind == BlockKind.Heading && words.Equals(front.Title, StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }

            if (blocks++ < LinesOfHead && head.Lead(front, words) is { } lead)
            {
                front = front.Or(lead);
                return false;
            }

            return true;
        }
    }

    /// <summary>SmartReader drops all footers, those that name a quote's speaker too.</summary>
    private static void KeepSpeakers(IHtmlDocument page)
    {
        foreach (var footer in page.QuerySelectorAll("blockquote footer"))
        {
            var cite = page.CreateElement("cite");
            cite.Append([.. footer.ChildNodes]);
            footer.Replace(cite);
        }
    }

    private (IElement Content, FrontMatter Found) Extract(IHtmlDocument page, string html, Uri? gotFrom, Uri? ownAddress,
        CancellationToken cancellationToken)
    {
        if (page.All.Length > MostElements)
        {
            return (Main(page), FrontMatter.None with { Title = Characters.OneLine(page.Title) });
        }

        KeepSpeakers(page);
        using var reader = new Reader((gotFrom ?? ownAddress)?.AbsoluteUri ?? NoAddress, page) { KeepClasses = true, DisableJSONLD = true };
        var article = reader.GetArticle();
        cancellationToken.ThrowIfCancellationRequested();
        var found = new FrontMatter
        {
            Title = Characters.OneLine(article.Title),
            Byline = Characters.OneLine(article.Byline ?? article.Author),
            Published = article.PublicationDate is { } date ? new(DateTime.SpecifyKind(date, DateTimeKind.Utc)) : null,
            Language = FrontMatterFields.Language(article.Language),
        };

        // SmartReader has taken the page apart: what it does not recognise as an article is read from the page as it was.
        return article.IsReadable
            ? (HtmlFragment.Parse(article.Content, options.MaxNesting + 8).Body!, found)
            : (Main(Parse(html, gotFrom)), found);
    }

    private IHtmlDocument Parse(string html, Uri? gotFrom)
    {
        var page = HtmlFragment.Parse(html, options.MaxNesting);
        if (gotFrom is not null)
        {
            HtmlLinks.Resolve(page, gotFrom);
        }

        return page;
    }

    private static IElement Main(IHtmlDocument page) => page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.Body!;
}
