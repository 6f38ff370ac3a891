using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Knowledge.Tests.Importing;

public class ImporterTests
{
    private const string Own = "---\ntitle: What they said\nsource: https://other.example/\n---\nMy own words.\n";

    [Fact]
    public async Task A_draft_of_the_same_page_is_written_anew()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();
        var first = await fixture.DraftAsync(server.At("/quotes.html"));
        server.Html("/quotes.html", [.. "<title>Another title</title><p>It says something else now.</p>"u8]);

        var second = await fixture.DraftAsync(server.At("/quotes.html"));

        Assert.Equal((DraftFate.Created, DraftFate.Replaced, "what-they-said.md"), (first.Fate, second.Fate, second.File));
        Assert.Contains("It says something else now.", fixture.Written(second), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(fixture.Folder.Root));
    }

    [Theory]
    [InlineData("published")]
    [InlineData("withdrawn")]
    public async Task An_article_that_is_no_draft_is_never_written_over(string status)
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();
        var draft = await fixture.DraftAsync(server.At("/quotes.html"));
        var kept = fixture.Written(draft).Replace("status: draft", $"status: {status}", StringComparison.Ordinal);
        fixture.Folder.Write("what-they-said.md", kept);

        var refusal = await fixture.RefusalAsync(server.At("/quotes.html").OriginalString);

        Assert.Equal(
            $"'{server.At("/quotes.html")}' is not written: it is in the folder as what-they-said.md, which is {status}. To replace it, make it a draft first ('status what-they-said draft'), or delete it.",
            refusal);
        Assert.Equal(kept, fixture.Written(draft));
    }

    [Fact]
    public async Task Another_article_of_the_same_name_is_left_alone()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();
        fixture.Folder.Write("what-they-said.md", Own);

        var draft = await fixture.DraftAsync(server.At("/quotes.html"));

        Assert.Equal("what-they-said-2.md", draft.File);
        Assert.Equal(Own, await File.ReadAllTextAsync(Path.Combine(fixture.Folder.Root, "what-they-said.md"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_broken_file_of_the_same_name_is_left_alone()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();
        fixture.Folder.Write("what-they-said.md", "---\ntitle: never closed\n");

        Assert.Equal("what-they-said-2.md", (await fixture.DraftAsync(server.At("/quotes.html"))).File);
    }

    [Fact]
    public async Task A_slug_that_is_asked_for_and_taken_is_refused()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();
        fixture.Folder.Write("news/said.md", Own);

        var refused = Assert.IsType<Imported.Refused>(Assert.Single(await fixture.ImportAsync(new(server.At("/quotes.html").OriginalString) { Slug = "news/said" })));

        Assert.EndsWith("is not written: 'news/said' is another article. Choose another name with --slug.", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/outside")]
    [InlineData("a/../../outside")]
    [InlineData("_hidden/a")]
    [InlineData("A b")]
    [InlineData("")]
    public async Task A_slug_cannot_lead_out_of_the_folder(string slug)
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture();

        var refused = Assert.IsType<Imported.Refused>(Assert.Single(await fixture.ImportAsync(new(server.At("/quotes.html").OriginalString) { Slug = slug })));

        Assert.StartsWith($"'{slug}' is no slug.", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(fixture.Folder.Root));
    }

    [Theory]
    [InlineData("../../../etc/passwd", "etc-passwd.md")]
    [InlineData("..\\..\\x: a|b?", "x-a-b.md")]
    [InlineData("...", "article.md")]
    [InlineData("_hidden", "hidden.md")]
    [InlineData("Ὀδυσσεύς. A/B", "ὀδυσσεύς-a-b.md")]
    public async Task A_title_cannot_lead_out_of_the_folder(string title, string file)
    {
        await using var server = await PageServer.StartAsync();
        server.Html("/page", System.Text.Encoding.UTF8.GetBytes($"<meta charset=utf-8><meta property='og:title' content='{title}'><p>The words of the page.</p>"));
        using var fixture = new ImportFixture();

        var draft = await fixture.DraftAsync(server.At("/page"));

        Assert.Equal(file, draft.File);
        Assert.True(File.Exists(Path.Combine(fixture.Folder.Root, file)));
    }

    [Fact]
    public async Task A_very_long_title_gives_a_short_name()
    {
        await using var server = await PageServer.StartAsync();
        server.Html("/page", System.Text.Encoding.UTF8.GetBytes($"<title>{string.Join(' ', Enumerable.Repeat("harbour", 100))}</title><p>The words of the page.</p>"));
        using var fixture = new ImportFixture();

        Assert.Equal("harbour-harbour-harbour-harbour-harbour-harbour-harbour.md", (await fixture.DraftAsync(server.At("/page"))).File);
    }

    [Fact]
    public async Task A_saved_file_becomes_a_draft_too()
    {
        using var fixture = new ImportFixture();

        var draft = Assert.IsType<Imported.Draft>(Assert.Single(await fixture.ImportAsync(new(Path.Combine(PageServer.Pages, "captions.html")))));

        Assert.Equal(("pictures-of-the-reopening.md", ArticleStatus.Draft), (draft.File, draft.Article.Article.Status));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var fixture = new ImportFixture();

        Assert.Matches("^'.*none.html' is not imported: It cannot be opened: .* Check that it exists", await fixture.RefusalAsync("none.html"));
    }

    [Fact]
    public async Task The_pages_of_a_feed_become_drafts_and_those_that_cannot_cost_no_other()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture(time: At("2031-04-20"));

        var imported = await fixture.ImportAsync(new(server.At("/feed.rss").OriginalString));

        Assert.Equal(new Imported.FromFeed("The Almery Gazette", 4, 4, null), imported[0]);
        var (newest, older) = (Assert.IsType<Imported.Draft>(imported[1]), Assert.IsType<Imported.Draft>(imported[2]));
        Assert.Equal(("no-metadata.md", "Signe Dahl", "2031-04-11 14:20 +00:00"), (newest.File, newest.Article.Article.Byline, newest.Article.Article.WordsOf(ArticleField.Published)));
        Assert.Equal(("what-they-said.md", "Ola Moe"), (older.File, older.Article.Article.Byline));
        Assert.Contains("/gone.html' is not imported: its server answers 404", Assert.IsType<Imported.Refused>(imported[3]).Reason, StringComparison.Ordinal);
        Assert.Equal("'file:///etc/passwd' is not imported: only http and https are, not file. Save the page, and import the file.", Assert.IsType<Imported.Refused>(imported[4]).Reason);
    }

    [Fact]
    public async Task Atom_is_read_as_well_and_only_as_many_entries_as_are_wanted()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture(time: At("2031-04-20"));

        var atom = await fixture.ImportAsync(new(server.At("/feed.atom").OriginalString));
        var rss = await fixture.ImportAsync(new(server.At("/feed.rss").OriginalString) { Most = 1 });

        Assert.Equal("almery-harbour-open-again-after-eleven-weeks.md", Assert.IsType<Imported.Draft>(atom[1]).File);
        Assert.Equal("no-metadata.md", Assert.IsType<Imported.Draft>(Assert.Single(rss.Skip(1))).File);
    }

    [Fact]
    public async Task Rss_1_is_read_as_well_with_author_and_date_of_its_entries()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture(time: At("2031-04-20"));

        var imported = await fixture.ImportAsync(new(server.At("/feed.rdf").OriginalString));

        Assert.Equal(new Imported.FromFeed("The Almery Gazette & Post", 3, 3, null), imported[0]);
        var (newest, older) = (Assert.IsType<Imported.Draft>(imported[1]), Assert.IsType<Imported.Draft>(imported[2]));
        Assert.Equal(("no-metadata.md", "Signe Dahl", "2031-04-11 14:20 +00:00"), (newest.File, newest.Article.Article.Byline, newest.Article.Article.WordsOf(ArticleField.Published)));
        Assert.Equal(("what-they-said.md", "Ola Moe, Ann Ek"), (older.File, older.Article.Article.Byline));
        Assert.Contains("/gone.html' is not imported: its server answers 404", Assert.IsType<Imported.Refused>(imported[3]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_without_news_is_called_stale()
    {
        await using var server = await PageServer.StartAsync();
        using var fixture = new ImportFixture(time: At("2031-06-01"));

        var feed = Assert.IsType<Imported.FromFeed>((await fixture.ImportAsync(new(server.At("/feed.atom").OriginalString)))[0]);

        Assert.Equal($"The feed '{server.At("/feed.atom")}' is stale: its newest entry is of 2031-04-11. Look whether it moved, or raise Import:StaleAfter.", feed.Warning);
    }

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>x</title><item>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&a;</title></channel></rss>")]
    [InlineData("<rss version='9'><channel></channel></rss>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></rdf:RDF>")]
    public async Task A_feed_that_cannot_be_read_is_refused_with_the_reason(string feed)
    {
        await using var server = await PageServer.StartAsync();
        server.Html("/feed", System.Text.Encoding.UTF8.GetBytes(feed), "application/xml");
        using var fixture = new ImportFixture();

        var refusal = await fixture.RefusalAsync(server.At("/feed").OriginalString);

        Assert.StartsWith($"The feed '{server.At("/feed")}' cannot be read: ", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", refusal, StringComparison.Ordinal);
    }

    private static FakeTimeProvider At(string day) => new(DateTimeOffset.Parse(day + "T00:00:00Z", null));
}
