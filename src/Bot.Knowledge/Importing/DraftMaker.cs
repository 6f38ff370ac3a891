using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing.Feeds;
using Bot.Knowledge.Importing.Writing;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Serving;

namespace Bot.Knowledge.Importing;

/// <summary>Makes a draft of a page: reads it as an article, writes that as Markdown, and reads it back as readers will get it.</summary>
/// <param name="reader">Reads articles.</param>
internal sealed partial class DraftMaker(ArticleReader reader)
{
    private const int FewWords = 400;

    /// <exception cref="ImportException">There is no article on it.</exception>
    public Article Read(ImportedPage page, FeedEntry? entry, CancellationToken cancellationToken)
    {
        var article = OnlyArticle(page.Name, reader.Read(page.Source, cancellationToken));
        return article with
        {
            Byline = article.Byline ?? entry?.Byline,
            Published = article.Published ?? entry?.Published,
            Source = SourceOf(page, article),
            Status = ArticleStatus.Draft,
        };
    }

    /// <summary>The draft's text, and what is read from it.</summary>
    public (string Text, IndexedArticle Article) Write(Article article, string slug, CancellationToken cancellationToken)
    {
        var text = new DraftText(reader).Of(article, cancellationToken);
        var draft = OnlyArticle(slug, reader.Read(new ArticleSource(slug + ".md", Encoding.UTF8.GetBytes(text)), cancellationToken));
        return (text, new(draft, PassageSplitter.Split(draft)));
    }

    /// <summary>What an editor should look at before publishing.</summary>
    public static ImmutableArray<string> Notes(ImportedPage page, Article article)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (NotFree.IsMatch(page.Text))
        {
            notes.Add("The page says that it is not free to read: perhaps only its beginning was on it.");
        }
        else if (article.Text.Length < FewWords)
        {
            notes.Add($"Only {article.Text.Length} characters of text were found: perhaps the rest is made by a script, or for subscribers.");
        }

        if (article.Published is null)
        {
            notes.Add("It names no date: write one after 'published:'.");
        }

        return notes.ToImmutable();
    }

    // A page may claim any address as its own; one on another host is not believed.
    private static Uri? SourceOf(ImportedPage page, Article article) =>
        page.Address is { } address && !(article.Source is { } own && own.Host == address.Host) ? address : article.Source;

    private static Article OnlyArticle(string name, ArticleFile file) => file switch
    {
        { Articles: [var only] } => only,
        { Problems: [var problem, ..] } => throw new ImportException($"'{name}' is not imported: {problem.Message}", problem.Cure),
        _ => throw new ImportException($"'{name}' is not imported: it does not hold one article.", "Put its articles into the folder one by one."),
    };

    [GeneratedRegex("""["']isAccessibleForFree["']\s*:\s*["']?(?:false|False)""", RegexOptions.NonBacktracking)]
    private static partial Regex NotFree { get; }
}
