using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Tests.Reading;

public class FrontMatterTests
{
    [Fact]
    public void Every_field_is_read()
    {
        var article = Reading.Article("a.md", """
            ---
            title: "A title: with a colon"
            byline: Jane Doe
            published: 2019-03-23
            updated: 2019-03-24T09:30:00+02:00
            source: https://example.org/a
            language: pt-BR
            tags: [first, second, first]
            status: Withdrawn
            publish_at: 2030-01-01 08:00
            display: excerpt
            unknown: {a: [b, c]}
            ---
            Text.
            """);

        Assert.Equal("A title: with a colon", article.Title);
        Assert.Equal("Jane Doe", article.Byline);
        Assert.Equal(new DateTimeOffset(2019, 3, 23, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(new DateTimeOffset(2019, 3, 24, 9, 30, 0, TimeSpan.FromHours(2)), article.Updated);
        Assert.Equal(TimeSpan.FromHours(2), article.Updated!.Value.Offset);
        Assert.Equal("https://example.org/a", article.Source?.OriginalString);
        Assert.Equal("pt", article.Language);
        Assert.Equal(["first", "second"], article.Tags);
        Assert.Equal((ArticleStatus.Withdrawn, ArticleDisplay.Excerpt), (article.Status, article.Display));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero), article.PublishAt);
    }

    [Fact]
    public void What_other_systems_call_a_field_counts_too()
    {
        var article = Reading.Article("a.md", """
            ---
            headline: Two ferries collide
            authors: [Jane Doe, Omar Reyes]
            date: 2019-03-23
            lastmod: 2019-03-24
            url: https://example.org/a
            lang: de
            draft: true
            ---
            Text.
            """);

        Assert.Equal(("Two ferries collide", "Jane Doe, Omar Reyes", "de", ArticleStatus.Draft), (article.Title, article.Byline, article.Language, article.Status));
        Assert.Equal((23, 24), (article.Published!.Value.Day, article.Updated!.Value.Day));
        Assert.Equal("https://example.org/a", article.Source?.OriginalString);
    }

    [Fact]
    public void A_field_itself_counts_before_what_others_call_it()
    {
        var article = Reading.Article("a.md", "---\nauthor: Omar Reyes\nbyline: Jane Doe\nstatus: published\ndraft: true\n---\nText.");

        Assert.Equal(("Jane Doe", ArticleStatus.Published), (article.Byline, article.Status));
    }

    [Fact]
    public void What_others_wrote_in_a_way_of_their_own_is_left_aside()
    {
        var article = Reading.Article("a.md", "---\ndate: last Tuesday\nurl: /posts/a\ndraft: false\n---\nText.");

        Assert.Equal((null, null, ArticleStatus.Published), (article.Published, article.Source, article.Status));
    }

    [Theory]
    [InlineData("status: publshed", "'publshed' is no value for 'status'.", "Write one of draft, published, withdrawn.")]
    [InlineData("status: 1", "'1' is no value for 'status'.", "Write one of draft, published, withdrawn.")]
    [InlineData("display: all", "'all' is no value for 'display'.", "Write one of full, excerpt, link.")]
    [InlineData("published: 23/03/2019", "'23/03/2019' is no value for 'published'.", "Write 2019-03-23 or 2019-03-23T14:05:00Z.")]
    [InlineData("updated: 2019-02-30", "'2019-02-30' is no value for 'updated'.", "Write 2019-03-23 or 2019-03-23T14:05:00Z.")]
    [InlineData("language: english", "'english' is no value for 'language'.", "Write a language code such as en, de or pt-BR.")]
    [InlineData("source: example.org", "'example.org' is no value for 'source'.", "Write an address that begins with https:// or http://.")]
    [InlineData("source: ftp://example.org", "'ftp://example.org' is no value for 'source'.", "Write an address that begins with https:// or http://.")]
    [InlineData("title: [a, b]", "The field 'title' has more than one value.", "Give it a single one.")]
    [InlineData("tags: {a: b}", "The tags are not a plain list.", "Write tags: [first, second].")]
    [InlineData("byline: A", "The field 'byline' stands here and on line 2.", "Delete one of the two.")]
    public void A_wrong_value_is_reported_with_its_line_and_cure(string field, string message, string cure)
    {
        var problem = Reading.Problem("a.md", $"---\nbyline: X\n{field}\n---\nText.");

        Assert.Equal((3, message, cure), (problem.Line, problem.Message, problem.Cure));
    }

    [Fact]
    public void All_wrong_values_are_reported_at_once()
    {
        using var folder = new ReadingFolder();
        var file = folder.Read("a.txt", "---\nstatus: x\ndisplay: y\n---\nText.");

        Assert.Empty(file.Articles);
        Assert.Equal([2, 3], file.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("---\ntitle: \"open\n---\nText.", 2)]
    [InlineData("---\ntitle: a: b\n---\nText.", 2)]
    [InlineData("---\n- a\n---\nText.", 2)]
    [InlineData("\n---\ntitle: x\nText.", 2)]
    [InlineData("---\n: [\nl\n---\nText.", 2)]
    public void Broken_front_matter_is_reported_with_its_line(string text, int line)
    {
        var problem = Reading.Problem("a.md", text);

        Assert.Equal(line, problem.Line);
        Assert.Contains("front matter", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\n---\nText.")]
    [InlineData("---\ntitle:\npublished: ~\n---\nText.")]
    [InlineData("---\n# a comment\n---\nText.")]
    public void Empty_fields_are_as_if_absent(string text)
    {
        var article = Reading.Article("some-file.md", text);

        Assert.Equal(("Some file", null, "Text."), (article.Title, article.Published, article.Text));
    }
}
