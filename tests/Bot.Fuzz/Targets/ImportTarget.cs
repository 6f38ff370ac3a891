using System.Text;
using Bot.Fuzz.Running;
using Bot.Knowledge.Importing;
using Bot.Knowledge.Reading;

namespace Bot.Fuzz.Targets;

/// <summary>Pages that an import turns into drafts.</summary>
internal sealed class ImportTarget : IFuzzTarget
{
    private static readonly Uri Address = new("https://example.org/news/bridge?x=1");

    private readonly DraftMaker _maker;

    public ImportTarget()
    {
        Reader = ArticleTarget.Reader();
        _maker = new(Reader);
    }

    private ArticleReader Reader { get; }

    public string Name => "import";

    public string Promise => "A draft or ImportException; the draft read back says the words of the page, and stands in the folder.";

    public IReadOnlyList<byte[]> Seeds { get; } = Texts.Of(ArticleSeeds.Page, "<html><body><article><h1>T</h1><p>One. Two.</p></article></body></html>");

    public IReadOnlyList<string> Words { get; } = [.. ArticleSeeds.PageWords, "# ", "* ", "1. ", "---", "title: \"", "| ", "<!-- ", "\\", "`", "_", "[^1]: ", "../../x"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            var page = new ImportedPage("page", Address, "page.html", Encoding.UTF8.GetString(input));
            _ = page.IsFeed;
            var article = _maker.Read(page, null, cancellationToken);
            var (_, draft) = _maker.Write(article, "draft", cancellationToken);
            ArticlePromises.Hold(draft.Article);
            BrokenPromiseException.Unless(Signs(draft.Article.Text) == Signs(article.Text), "The draft says other words than the page.");
            BrokenPromiseException.Unless(draft.Article.Title == article.Title, "The draft has another title than the page.");
            var file = DraftFile.For("/knowledge", article, null, []);
            BrokenPromiseException.Unless(Path.GetFullPath(file.Path).StartsWith("/knowledge/", StringComparison.Ordinal) && file.Path.EndsWith(".md", StringComparison.Ordinal), "A draft outside of the folder.");
            return new($"{Texts.Size(article.Blocks.Length)} {string.Join(',', article.Blocks.Select(block => block.Kind).Distinct())} {Texts.Size(article.Inlines.Length)} {file.Slug.Length < 3}");
        }
        catch (ImportException refused)
        {
            return new(Texts.Bare(refused.Message));
        }
    }

    // A quotation's speaker gets a dash, and blocks may be parted otherwise.
    private static string Signs(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign != '—'));
}
