using System.Net;
using Bot.Conversations.Corrections;
using Bot.Host.Serving;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Articles;

public sealed class ArticlePageTests
{
    private const string Question = "What will repairs cost?";
    private const string Words = "Repairs will cost 31 million euros";

    [Fact]
    public async Task Shows_title_byline_date_source_and_anchored_passages()
    {
        await using var host = RunningHost.Start();

        var page = await host.PageAsync("/articles/bridge");

        Assert.Contains("<h1>A bridge falls in Lorne</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Maya Cole", page, StringComparison.Ordinal);
        Assert.Contains(">2024-05-14</time>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/bridge\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"p1\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/pell\" rel=\"noopener nofollow\">Joan Pell</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_leads_to_its_exact_words()
    {
        await using var host = RunningHost.Start();
        var id = await CiteAsync(host);

        using var lead = await host.Client.GetAsync($"/c/{id}", host.Stop);
        var page = await host.PageAsync(lead.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.Redirect, lead.StatusCode);
        Assert.EndsWith($"#{id}", lead.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains($"<mark id=\"{id}\">{Words}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("has changed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_moved_are_marked_where_they_are_now_and_the_change_is_said()
    {
        await using var host = RunningHost.Start();
        var id = await CiteAsync(host);
        await EditAsync(host, HostFolder.Bridge.Replace("Nobody was hurt.", "Nobody, it turned out, was hurt.", StringComparison.Ordinal));

        var page = await host.PageAsync($"/articles/bridge?cited={id}");

        Assert.Contains($"<mark id=\"{id}\">{Words}", page, StringComparison.Ordinal);
        Assert.Contains("The cited words are the same.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_changed_are_shown_as_they_were()
    {
        await using var host = RunningHost.Start();
        var id = await CiteAsync(host);
        await EditAsync(host, HostFolder.Bridge.Replace("31 million", "41 million", StringComparison.Ordinal));

        var page = await host.PageAsync($"/articles/bridge?cited={id}");

        Assert.Contains("has changed since it was cited. It then said:", page, StringComparison.Ordinal);
        Assert.Contains($"<mark id=\"{id}\">{Words}", page, StringComparison.Ordinal);
        Assert.Contains("41 million", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_with_a_word_and_the_words_that_were_cited()
    {
        await using var host = RunningHost.Start();
        var id = await CiteAsync(host);
        await EditAsync(host, HostFolder.Bridge.Replace("language: en", "language: en\nstatus: withdrawn", StringComparison.Ordinal));

        using var plain = await host.Client.GetAsync("/articles/bridge", host.Stop);
        using var cited = await host.Client.GetAsync($"/articles/bridge?cited={id}", host.Stop);

        Assert.Equal(HttpStatusCode.Gone, plain.StatusCode);
        Assert.Contains("This article was withdrawn", await plain.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody was hurt", await plain.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, cited.StatusCode);
        Assert.Contains(Words, await cited.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: draft")]
    [InlineData("publish_at: 2999-01-01T00:00:00Z")]
    public async Task An_article_that_is_not_public_does_not_exist(string line)
    {
        await using var host = RunningHost.Start();
        var id = await CiteAsync(host);
        await EditAsync(host, HostFolder.Bridge.Replace("language: en", $"language: en\n{line}", StringComparison.Ordinal));

        foreach (var path in new[] { "/articles/bridge", $"/articles/bridge?cited={id}" })
        {
            using var response = await host.Client.GetAsync(path, host.Stop);
            var page = await response.Content.ReadAsStringAsync(host.Stop);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.DoesNotContain("bridge", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Words, page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("A bridge falls", await host.PageAsync("/articles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_excerpt_shows_only_the_passage_that_is_cited()
    {
        await using var host = RunningHost.Start();
        await EditAsync(host, HostFolder.Bridge.Replace("language: en", "language: en\ndisplay: excerpt", StringComparison.Ordinal));
        var id = await CiteAsync(host);

        var cited = await host.PageAsync($"/articles/bridge?cited={id}");
        var plain = await host.PageAsync("/articles/bridge");

        Assert.Contains(Words, cited, StringComparison.Ordinal);
        Assert.DoesNotContain("A ferry crosses", cited, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, plain, StringComparison.Ordinal);
        Assert.Contains("Only the passages that an answer cites", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_shows_no_words_but_the_cited_ones_and_the_way_to_the_source()
    {
        await using var host = RunningHost.Start();
        await EditAsync(host, HostFolder.Bridge.Replace("language: en", "language: en\ndisplay: link", StringComparison.Ordinal));
        var id = await CiteAsync(host);

        var cited = await host.PageAsync($"/articles/bridge?cited={id}");
        var plain = await host.PageAsync("/articles/bridge");

        Assert.Contains(Words, cited, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody was hurt", cited, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, plain, StringComparison.Ordinal);
        Assert.Contains("https://example.org/bridge", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_of_a_fixed_reply_leads_to_its_source_also_after_the_articles_were_compared()
    {
        await using var host = RunningHost.Start();
        await File.WriteAllTextAsync(
            Path.Combine(host.Folder.Knowledge, "replies.yaml"),
            "- name: desk\n  title: Our desk\n  source: https://example.org/desk\n  phrases: {en: [report an error]}\n  text: {en: Write to the desk.}\n",
            host.Stop);
        var answer = await host.AnswerAsync("How do I report an error?");
        await EditAsync(host, HostFolder.Bridge.Replace("Nobody", "No one", StringComparison.Ordinal));
        await host.Services.GetRequiredService<ServedKnowledge>().ObserveAsync(0, host.Stop);

        var citation = $"/c/{answer.GetProperty("citations")[0].GetProperty("id").GetString()}";
        using var lead = await host.Client.GetAsync(citation, host.Stop);
        var here = await host.PageAsync($"{citation}?here");

        Assert.Contains("Our desk", here, StringComparison.Ordinal);
        Assert.Matches("<mark id=\"[0-9a-f]{16}\">Write to the desk\\.</mark>", here);
        Assert.Equal("Write to the desk. [1]", answer.GetProperty("answer").GetString());
        Assert.Equal("https://example.org/desk", lead.Headers.Location!.OriginalString);
        Assert.Empty(await host.Services.GetRequiredService<AnswerCorrections>().ListAsync(CorrectionState.Found, 10, host.Stop));
    }

    [Fact]
    public async Task What_an_article_says_never_becomes_markup()
    {
        await using var host = RunningHost.Start();
        host.Folder.Write("evil", """
            ---
            title: "<script>alert(1)</script> & \"quotes\""
            byline: "<img src=x onerror=alert(1)>"
            language: en
            ---
            Some words with \<b>bold\</b> and [a link](javascript:alert(1)) and `<svg onload=alert(1)>`.
            """);
        await RefreshAsync(host);

        var page = await host.PageAsync("/articles/evil");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_from_right_to_left_says_so()
    {
        await using var host = RunningHost.Start();
        host.Folder.Write("jisr", "---\ntitle: سقط الجسر\nlanguage: ar\n---\nسقط الجسر صباح يوم الاثنين ولم يُصب أحد.\n");
        await RefreshAsync(host);

        var page = await host.PageAsync("/articles/jisr");

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("<article lang=\"ar\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.Contains("سقط الجسر صباح", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_tables_keep_their_structure()
    {
        await using var host = RunningHost.Start();
        host.Folder.Write("prices", """
            ---
            title: Prices
            language: en
            ---
            ## What it costs

            | Item | Price |
            |------|------:|
            | Day  |     5 |

            - single
              - by phone
            - monthly
            """);
        await RefreshAsync(host);

        var page = (await host.PageAsync("/articles/prices")).Replace("\n", "", StringComparison.Ordinal);

        Assert.Matches("<h2>(<span[^>]*></span>)?What it costs</h2>", page);
        Assert.Contains("Item</th><th scope=\"col\">Price</th></tr>", page, StringComparison.Ordinal);
        Assert.Contains("Day</td><td>5</td></tr>", page, StringComparison.Ordinal);
        Assert.Contains("single<ul><li>by phone</li></ul></li><li>monthly</li></ul>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/c/0123456789abcdef")]
    [InlineData("/c/nonsense")]
    [InlineData("/c/%3Cscript%3E")]
    [InlineData("/articles/none")]
    [InlineData("/articles/../../etc/passwd")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        await using var host = RunningHost.Start();

        using var response = await host.Client.GetAsync(path, host.Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<string> CiteAsync(RunningHost host) =>
        (await host.AnswerAsync(Question)).GetProperty("citations")[0].GetProperty("id").GetString()!;

    private static async Task EditAsync(RunningHost host, string markdown)
    {
        host.Folder.Write("bridge", markdown);
        await RefreshAsync(host);
    }

    private static Task RefreshAsync(RunningHost host) => host.Services.GetRequiredService<KnowledgeBase>().RefreshAsync(host.Stop);
}
