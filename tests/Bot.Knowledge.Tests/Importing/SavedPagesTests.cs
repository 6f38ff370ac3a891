using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing;

namespace Bot.Knowledge.Tests.Importing;

/// <summary>Pages of differing make, got from a web server: each draft is the one checked in beside its page.</summary>
public class SavedPagesTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(PageServer.Pages, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_becomes_the_draft_beside_it(string name)
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        var draft = await fixture.DraftAsync(server.At($"/{name}.html"));

        var written = fixture.Written(draft).Replace($"127.0.0.1:{server.Port}", "site.example", StringComparison.Ordinal);
        var expected = Path.Combine(PageServer.Pages, $"{name}.expected.md");
        if (Environment.GetEnvironmentVariable("BOT_TESTS_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(expected, written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), written);
        Assert.Equal([$"/{name}.html"], server.Asked);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_draft_reads_as_its_page_does(string name)
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        var draft = (await fixture.DraftAsync(server.At($"/{name}.html"))).Article.Article;

        var bytes = await File.ReadAllBytesAsync(Path.Combine(PageServer.Pages, $"{name}.html"), TestContext.Current.CancellationToken);
        var page = Reading.Reading.Article("page.html", name == "legacy" ? Encoding.UTF8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes)) : bytes);
        Assert.Equal(page.Blocks.Select(Seen(page)), draft.Blocks.Select(Seen(draft)));

        // A speaker without a dash gets one: Markdown has no other form for it.
        static Func<Block, (BlockKind, int, string, string?, string?)> Seen(Article article) => block =>
            (block.Kind, block.Level, block.Span.In(article.Text).Replace("\n— ", "\n", StringComparison.Ordinal), block.Credit, block.Attribution);
    }

    [Fact]
    public void There_are_twenty_of_them() => Assert.Equal(20, Names.Count);

    [Fact]
    public async Task Captions_keep_their_credits_and_tables_their_cells()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        var captions = (await fixture.DraftAsync(server.At("/captions.html"))).Article;
        var tables = (await fixture.DraftAsync(server.At("/tables.html"))).Article.Article;

        Assert.Equal(["Nora Lie", "Port of Almery archive, \"box 7\"", null], captions.Article.Blocks.Where(block => block.Kind == BlockKind.Caption).Select(block => block.Credit));
        Assert.Contains(captions.Passages, passage => passage.Credit == "Nora Lie");
        Assert.Equal(
            ["Item | 2030 | 2031\nSchools | 41.2 | 43.0\nRoads and bridges | 18.9 | 22.4", "Revenue | 96.1\nDebt | net | 12.0", "Quarter | Ships | Tonnes\nFirst | 31\nSecond | | 88,000\nAll | 67 | 154,000 | estimated"],
            tables.Blocks.Where(block => block.Kind == BlockKind.Table).Select(block => block.Span.In(tables.Text)));
    }

    [Fact]
    public async Task An_editor_is_told_what_to_look_at()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        Assert.Contains("not free to read", Assert.Single((await fixture.DraftAsync(server.At("/paywall.html"))).Notes), StringComparison.Ordinal);
        Assert.Contains("no date", Assert.Single((await fixture.DraftAsync(server.At("/no-metadata.html"))).Notes), StringComparison.Ordinal);
        Assert.Empty((await fixture.DraftAsync(server.At("/news.html"))).Notes);
    }

    [Fact]
    public async Task An_address_of_another_site_is_not_believed_to_be_the_pages_own()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        Assert.Equal(server.At("/json-ld.html"), (await fixture.DraftAsync(server.At("/json-ld.html"))).Article.Article.Source);
    }

    [Theory]
    [InlineData("utf-8", "text/html", "<meta charset=utf-8>")]
    [InlineData("utf-8", "text/html; charset=utf-8", "<meta charset=shift_jis>")]
    [InlineData("shift_jis", "text/html", "<meta charset=Shift_JIS>")]
    [InlineData("euc-jp", "text/html; charset=EUC-JP", "")]
    [InlineData("utf-16", "text/html; charset=latin1", "")]
    [InlineData("iso-2022-jp", "text/html; charset=\"iso-2022-jp\"", "")]
    public async Task The_charset_is_the_marks_else_the_headers_else_the_pages_own(string encoding, string contentType, string meta)
    {
        var written = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] mark = encoding == "utf-16" ? [0xFF, 0xFE] : [];
        await using var server = await PageServer.StartAsync();
        server.Html("/page", [.. mark, .. written.GetBytes($"<html><head>{meta}<title>灯台</title></head><body><p>灯台は高さ三十一メートルで、白い。</p></body></html>")], contentType);
        using var fixture = new ImportFixture();

        Assert.Equal("灯台は高さ三十一メートルで、白い。", (await fixture.DraftAsync(server.At("/page"))).Article.Article.Text);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_of_their_charset_are_refused()
    {
        await using var server = await PageServer.StartAsync();
        server.Html("/page", [.. "<p>Gr"u8, 0xF6, .. "n</p>"u8], "text/html; charset=utf-8");
        using var fixture = new ImportFixture();

        Assert.Equal($"'{server.At("/page")}' is not imported: It is not UTF-8: byte 5 cannot be read. Save it as UTF-8, and import the file.", await fixture.RefusalAsync(server.At("/page").OriginalString));
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        var previewed = Assert.IsType<Imported.Draft>(Assert.Single(await fixture.ImportAsync(new(server.At("/news.html").OriginalString) { PreviewOnly = true })));

        Assert.Equal(DraftFate.Previewed, previewed.Fate);
        Assert.NotEmpty(previewed.Article.Passages);
        Assert.Empty(Directory.GetFileSystemEntries(fixture.Folder.Root));
    }
}
