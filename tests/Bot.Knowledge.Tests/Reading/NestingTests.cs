namespace Bot.Knowledge.Tests.Reading;

/// <summary>A stack that overflows ends the process, and this test run with it.</summary>
public class NestingTests
{
    private const int Deep = 100_000;

    public static TheoryData<string, string, string> Deeply { get; } = new()
    {
        { "a.md", ">", "" },
        { "a.md", "- ", "" },
        { "a.md", "[", "" },
        { "a.md", "[", "](x)" },
        { "a.md", "![", "](x)" },
        { "a.md", "*a", "" },
        { "a.md", "*a ", "*" },
        { "a.md", "_a_", "" },
        { "a.md", "<div>", "" },
        { "a.md", "a <b>", "" },
        { "a.md", "`", " " },
        { "a.md", "|", "" },
        { "a.md", "~~a", "" },
        { "a.html", "<div>", "</div>" },
        { "a.html", "<div>", "" },
        { "a.html", "<b>", "" },
        { "a.html", "<p><b>", "" },
        { "a.html", "<a href=x>", "" },
        { "a.html", "<table><tr><td>", "" },
        { "a.html", "<blockquote>", "" },
        { "a.html", "<svg>", "" },
        { "a.html", "<ul><li>", "" },
        { "a.txt", "(", ")" },
        { "a.txt", "> ", "" },
    };

    [Theory]
    [MemberData(nameof(Deeply))]
    public void Deep_nesting_ends_in_an_article_or_a_problem(string name, string open, string close)
    {
        using var folder = new ReadingFolder();
        var file = folder.Read(name, string.Concat(Enumerable.Repeat(open, Deep)) + " text " + string.Concat(Enumerable.Repeat(close, Deep)));

        Assert.Equal(1, file.Articles.Length + file.Problems.Length);
    }

    [Theory]
    [InlineData("title: ", "[", "]")]
    [InlineData("title: ", "{a: ", "}")]
    [InlineData("title: ", "[", "")]
    [InlineData("tags: &a [", "*a, ", "")]
    public void Deep_front_matter_is_a_problem(string field, string open, string close)
    {
        var yaml = field + string.Concat(Enumerable.Repeat(open, Deep)) + string.Concat(Enumerable.Repeat(close, Deep));

        Assert.NotNull(Reading.Problem("a.md", $"---\n{yaml}\n---\nText."));
    }

    [Theory]
    [InlineData("a.md", "> ", "")]
    [InlineData("a.html", "<div>", "</div>")]
    public void What_is_too_deep_names_limit_and_setting(string name, string open, string close)
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "text" + string.Concat(Enumerable.Repeat(close, depth));

        var problem = Reading.Problem(name, Nested(20), options => options.MaxNesting = 16);

        Assert.Contains("16 levels", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Knowledge:MaxNesting", problem.Cure, StringComparison.Ordinal);
        Assert.Equal("text", Reading.Article(name, Nested(20)).Text);
    }
}
