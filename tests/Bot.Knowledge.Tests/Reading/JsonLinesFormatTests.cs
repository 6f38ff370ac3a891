using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Tests.Reading;

public class JsonLinesFormatTests
{
    [Fact]
    public void Joins_paragraphs_by_a_blank_line_and_changes_no_word()
    {
        var article = Reading.Article("a.jsonl", """{"id":"A 1","title":"T","paragraphs":["  Share ","One\r\ntwo.\u00a0","Advertisement"],"lang":"en-GB","date":"2024-03-29"}""");

        Assert.Equal("  Share \n\nOne\ntwo.\u00a0\n\nAdvertisement", article.Text);
        Assert.Equal(["Share", "One\ntwo.", "Advertisement"], article.Words());
        Assert.All(article.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
        Assert.Equal(("A 1", "T", "en"), (article.Slug, article.Title, article.Language));
        Assert.Equal(new DateTimeOffset(2024, 3, 29, 0, 0, 0, TimeSpan.Zero), article.Published);
    }

    [Fact]
    public void Takes_a_text_in_place_of_paragraphs()
    {
        var article = Reading.Article("a.jsonl", """{"id":"a","title":"T","text":"One.\n\nTwo.","url":"https://example.org/a","other":{"x":1}}""");

        Assert.Equal("One.\n\nTwo.", article.Text);
        Assert.Equal(["One.", "Two."], article.Words());
        Assert.Equal("https://example.org/a", article.Source?.AbsoluteUri);
    }

    [Fact]
    public void Composes_letters_and_accents()
    {
        Assert.Equal("Café", Reading.Article("a.jsonl", """{"id":"a","title":"T","text":"Cafe\u0301"}""").Text);
    }

    [Theory]
    [InlineData("{\"id\":\"b\",", "no JSON")]
    [InlineData("[1]", "not one JSON object")]
    [InlineData("{\"id\":\"b\",\"text\":\"x\"} {}", "")]
    [InlineData("{\"title\":\"b\",\"text\":\"x\"}", "'id'")]
    [InlineData("{\"id\":\"b\",\"title\":\"b\"}", "no text")]
    [InlineData("{\"id\":\"b\",\"title\":\"b\",\"paragraphs\":[\" \"]}", "no text")]
    [InlineData("{\"id\":\"b\",\"title\":\"b\",\"paragraphs\":[3]}", "")]
    [InlineData("{\"id\":\"b\",\"title\":\"b\",\"text\":\"\\ud800\"}", "")]
    [InlineData("{\"id\":\"b\",\"title\":\"b\",\"text\":\"a\\u0000b\"}", "U+0000")]
    public void A_broken_line_is_reported_by_its_number_and_the_rest_is_served(string line, string message)
    {
        using var folder = new ReadingFolder();
        var file = folder.Read("a.jsonl", $"{{\"id\":\"a\",\"title\":\"T\",\"text\":\"A.\"}}\n\n{line}\n{{\"id\":\"c\",\"title\":\"T\",\"text\":\"C.\"}}\n");

        Assert.Equal(["a", "c"], file.Articles.Select(article => article.Slug));
        var problem = Assert.Single(file.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_utf8_is_reported()
    {
        using var folder = new ReadingFolder();
        var file = folder.Read("a.jsonl", [.. "{\"id\":\"a\",\"title\":\"T\",\"text\":\""u8, 0xFF, .. "\"}\n{\"id\":\"c\",\"title\":\"T\",\"text\":\"C.\"}"u8]);

        Assert.Equal("c", Assert.Single(file.Articles).Slug);
        Assert.Equal(1, Assert.Single(file.Problems).Line);
    }

    [Fact]
    public void The_second_article_of_an_id_is_reported()
    {
        using var folder = new ReadingFolder();
        var file = folder.Read("a.jsonl", "{\"id\":\"a\",\"title\":\"1\",\"text\":\"A.\"}\n{\"id\":\"a\",\"title\":\"2\",\"text\":\"B.\"}");

        Assert.Equal("1", Assert.Single(file.Articles).Title);
        Assert.Equal((2, "The id 'a' is that of line 1 too; only that one is served."), (Assert.Single(file.Problems).Line, file.Problems[0].Message));
    }

    [Fact]
    public void A_wrong_date_is_reported_and_the_article_served_as_undated()
    {
        using var folder = new ReadingFolder();
        var file = folder.Read("a.jsonl", """{"id":"a","title":"T","text":"A.","date":"yesterday"}""");

        Assert.Null(Assert.Single(file.Articles).Published);
        Assert.Contains("'yesterday'", Assert.Single(file.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_over_the_limit_names_limit_and_setting()
    {
        using var folder = new ReadingFolder();
        folder.Options.MaxFileBytes = 1024;
        var file = folder.Read("a.jsonl", $"{{\"id\":\"a\",\"title\":\"T\",\"text\":\"{new string('x', 2000)}\"}}\n{{\"id\":\"b\",\"title\":\"T\",\"text\":\"B.\"}}");

        Assert.Equal("b", Assert.Single(file.Articles).Slug);
        var problem = Assert.Single(file.Problems);
        Assert.Equal((1, "The line has 2032 bytes; the limit is 1024."), (problem.Line, problem.Message));
        Assert.Contains("Knowledge:MaxFileBytes", problem.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_beyond_the_limit_names_the_setting()
    {
        var nested = "{\"id\":\"a\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        var problem = Reading.Problem("a.jsonl", nested);

        Assert.Contains("96 levels", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Knowledge:MaxNesting", problem.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_is_heeded(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var article = Reading.Article("a.jsonl", [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"id\":\"a\",\"title\":\"T\",\"text\":\"Größe 🚋\"}")]);

        Assert.Equal("Größe 🚋", article.Text);
    }
}
