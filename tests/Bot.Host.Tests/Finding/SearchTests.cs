namespace Bot.Host.Tests.Finding;

public sealed class SearchTests
{
    private const string Ferry =
        """
        ---
        title: Ferries & boats of Lorne
        published: 2024-06-01
        language: en
        ---
        A ferry crosses the river at Lorne every twenty minutes <b>since</b> Monday.
        """;

    [Fact]
    public async Task Shows_the_articles_that_have_the_words_with_the_best_passage_and_the_words_marked()
    {
        using var folder = WithTwo();
        await using var host = RunningHost.StartIn(folder);

        var page = await host.PageAsync("/?q=repairing");

        Assert.Contains("A bridge falls in Lorne</a>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Repairs</mark> will cost 31 million euros", page, StringComparison.Ordinal);
        Assert.DoesNotContain("boats of Lorne", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_the_words_in_titles_too_and_lets_nothing_become_markup()
    {
        using var folder = WithTwo();
        await using var host = RunningHost.StartIn(folder);

        var page = await host.PageAsync("/?q=ferries%20%3Cb%3Ebridge");

        Assert.Contains("<mark>Ferries</mark> &amp; boats of Lorne", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"ferries &lt;b&gt;bridge\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_the_readers_language_that_no_article_has_the_words()
    {
        using var folder = WithTwo();
        await using var host = RunningHost.StartIn(folder);

        var page = await host.PageAsync("/?q=volcano&lang=de");

        Assert.Contains("Kein Artikel enthält Wörter wie „volcano“.", page, StringComparison.Ordinal);
        Assert.Contains("name=\"lang\" value=\"de\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_words_all_articles_are_listed_newest_first_with_their_first_sentence()
    {
        using var folder = WithTwo();
        await using var host = RunningHost.StartIn(folder);

        var page = await host.PageAsync("/?q=%20");

        Assert.True(page.IndexOf("boats of Lorne", StringComparison.Ordinal) < page.IndexOf("A bridge falls", StringComparison.Ordinal));
        Assert.Contains("<p>The old road bridge at Lorne fell into the river on Monday morning.</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody was hurt", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link", false)]
    [InlineData("excerpt", true)]
    public async Task Shows_no_more_of_an_article_than_its_publisher_lets(string display, bool isShown)
    {
        using var folder = HostFolder.New();
        folder.Write("bridge", HostFolder.Bridge.Replace("language: en", $"language: en\ndisplay: {display}", StringComparison.Ordinal));
        await using var host = RunningHost.StartIn(folder);

        var page = await host.PageAsync("/?q=repairs");

        Assert.Contains("A bridge falls in Lorne", page, StringComparison.Ordinal);
        Assert.Equal(isShown, page.Contains("will cost 31 million euros", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finds_no_draft()
    {
        using var folder = HostFolder.New();
        folder.Write("bridge", HostFolder.Bridge.Replace("language: en", "language: en\nstatus: draft", StringComparison.Ordinal));
        await using var host = RunningHost.StartIn(folder);

        Assert.DoesNotContain("/articles/bridge", await host.PageAsync("/?q=bridge"), StringComparison.Ordinal);
    }

    private static HostFolder WithTwo()
    {
        var folder = HostFolder.New();
        folder.Write("ferry", Ferry);
        return folder;
    }
}
