using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Tests.Reading;

public class MarkdownFormatTests
{
    [Fact]
    public void The_first_top_heading_is_the_title_when_the_front_matter_has_none()
    {
        var article = Reading.Article("a.md", "# The *title*\n\nText.\n\n## Part\n\nMore.");

        Assert.Equal("The title", article.Title);
        Assert.Equal("Text.\n\nPart\n\nMore.", article.Text);
        Assert.Equal((BlockKind.Heading, 2), (article.Blocks[1].Kind, article.Blocks[1].Level));
    }

    [Fact]
    public void The_front_matters_title_goes_before_the_first_heading()
    {
        var article = Reading.Article("a.md", "---\ntitle: Another\n---\n# Heading\n\nText.");

        Assert.Equal("Another", article.Title);
        Assert.Equal("Heading\n\nText.", article.Text);
    }

    [Fact]
    public void Markup_stands_beside_the_text_and_not_in_it()
    {
        var article = Reading.Article("a.md", "Some *emphasis*, **strong *both***, `code()`, a [link](https://example.org/x), a [way](../x.md) &amp; <b>tag</b>\nwrapped  \nbroken.");

        Assert.Equal("Some emphasis, strong both, code(), a link, a way & tag wrapped\nbroken.", article.Text);
        Assert.Equal(
            [(InlineKind.Emphasis, "emphasis", null), (InlineKind.Strong, "strong both", null), (InlineKind.Emphasis, "both", null), (InlineKind.Code, "code()", null), (InlineKind.Link, "link", "https://example.org/x")],
            article.Inlines.Select(inline => (inline.Kind, inline.Span.In(article.Text), inline.Target)));
    }

    [Theory]
    [InlineData("a.md", "**You were a nurse. When did you start to write?**\n\nAt night.", true)]
    [InlineData("a.md", "**What critics say**\n\nNothing.", true)]
    [InlineData("a.html", "<p><strong>What critics say</strong></p><p>Nothing.</p>", true)]
    [InlineData("a.md", "**The tram opened on Sunday.**\n\nIt was full.", false)]
    [InlineData("a.md", "**Tickets: £12**\n\nIt was full.", false)]
    [InlineData("a.md", "**Sunday** It was full\n\nIt was late.", false)]
    [InlineData("a.md", "*What critics say*\n\nNothing.", false)]
    public void A_short_line_all_in_bold_that_is_no_sentence_is_a_heading(string file, string text, bool isHeading) =>
        Assert.Equal(isHeading ? BlockKind.Heading : BlockKind.Paragraph, Reading.Article(file, text).Blocks[0].Kind);

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](file:///etc/passwd)")]
    public void Only_web_addresses_are_links(string link) => Assert.Empty(Reading.Article("a.md", link).Inlines);

    [Fact]
    public void A_table_has_a_line_for_each_row()
    {
        var article = Reading.Article("a.md", "| Item | *Cost* |\n|---|--:|\n| Tram | 48 |\n| Bus | |\n");

        var table = Assert.Single(article.Blocks);
        Assert.Equal("Item | Cost\nTram | 48\nBus |", article.Text);
        Assert.Equal((BlockKind.Table, true), (table.Kind, table.HasHeader));
        Assert.Equal(["Item | Cost", "Tram | 48", "Bus |"], article.Parts(table));
    }

    [Fact]
    public void A_list_is_one_block_with_a_line_for_each_item()
    {
        var article = Reading.Article("a.md", "1. one\n   wrapped\n2. two\n   - inner\n\n     more\n3. three");

        var list = Assert.Single(article.Blocks);
        Assert.Equal("one wrapped\ntwo\n  inner more\nthree", article.Text);
        Assert.Equal(BlockKind.List, list.Kind);
        Assert.Equal(["one wrapped", "two", "inner more", "three"], article.Parts(list));
    }

    [Theory]
    [InlineData("> We won.\n>\n> — Jane Doe, mayor")]
    [InlineData("> We won.\n> — Jane Doe, mayor")]
    public void A_block_quote_keeps_its_speaker(string markdown)
    {
        var article = Reading.Article("a.md", markdown);

        var quote = Assert.Single(article.Blocks);
        Assert.Equal("We won.\n— Jane Doe, mayor", article.Text);
        Assert.Equal((BlockKind.Quote, "Jane Doe, mayor"), (quote.Kind, quote.Attribution));
    }

    [Fact]
    public void A_quote_of_several_paragraphs_without_a_speaker_has_none()
    {
        var article = Reading.Article("a.md", "> One\n> more.\n>\n> Two.");

        Assert.Equal("One more.\nTwo.", article.Text);
        Assert.Null(Assert.Single(article.Blocks).Attribution);
    }

    [Theory]
    [InlineData("![A tram](tram.jpg)", "A tram", null)]
    [InlineData("![A tram](tram.jpg \"The tram on Sunday. Photo: Jane Doe\")", "The tram on Sunday.", "Jane Doe")]
    [InlineData("![A tram](tram.jpg \"Photo: Jane Doe\")", "A tram", "Jane Doe")]
    [InlineData("![A tram](tram.jpg)\n*The tram on Sunday. Jane Doe / AP*", "The tram on Sunday.", "Jane Doe / AP")]
    [InlineData("![A tram](tram.jpg)\n\n*The tram on Sunday.*", "The tram on Sunday.", null)]
    [InlineData("[![A tram](tram.jpg)](https://example.org)", "A tram", null)]
    public void A_paragraph_that_is_a_picture_is_a_caption(string markdown, string caption, string? credit)
    {
        var article = Reading.Article("a.md", $"Before.\n\n{markdown}\n\nAfter.");

        Assert.Equal(["Before.", caption, "After."], article.Words());
        Assert.Equal((BlockKind.Caption, credit), (article.Blocks[1].Kind, article.Blocks[1].Credit));
    }

    [Fact]
    public void Html_leaves_its_words_and_scripts_leave_nothing()
    {
        var article = Reading.Article("a.md", "One <script>alert('x')</script>two<!-- no -->.\n\n<div onclick=\"x()\"><p>Three</p><script>four()</script><style>p{}</style></div>\n\nFive.");

        Assert.Equal("One two.\n\nThree\n\nFive.", article.Text);
    }

    [Fact]
    public void Code_blocks_are_paragraphs_and_footnotes_stay()
    {
        var article = Reading.Article("a.md", "Text[^1].\n\n```\na  b\nc\n```\n\n[^1]: The note.");

        Assert.Equal(["Text.", "a b\nc", "The note."], article.Words());
    }

    [Fact]
    public void A_line_of_hyphens_without_fields_is_no_front_matter()
    {
        Assert.Equal("Text.", Reading.Article("a.md", "---\n\nText.").Text);
    }

    [Fact]
    public void An_article_without_words_is_reported() => Assert.Equal("It has no text.", Reading.Problem("a.md", "# Only a title\n").Message);
}
