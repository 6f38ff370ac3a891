using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Importing.Writing;
using Bot.Knowledge.Reading.Blocks;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Tests.Reading;
using CsCheck;

namespace Bot.Knowledge.Tests.Importing;

public class DraftTextTests
{
    private static readonly string[] Pieces =
    [
        "word", "Wort", "12", "1.", "3)", "#", "##", "*", "**", "_", "a_b", "`", "[", "](x)", "<b>", "</p>", "&amp;", "&lt", "R&D", "|", "~~", "^", "==", "++", "-", "--", "—", ">", "\\", "!", "![",
        "http://x.example/a_b*c", "www.x.example", "mailto:a@b.example", ":", "[^1]", "[ ]", "\"", "'", "(", ")", "{", "}", "灯台", "مكتبة", "\u00a0", "😀", "$", "%", "---", "===", "+", "<!--", "-->",
    ];

    private static readonly Gen<string> Words = Gen.Select(Gen.OneOf([.. Pieces.Select(piece => (IGen<string>)Gen.Const(piece))]), Gen.OneOf(Gen.Const(" "), Gen.Const(" "), Gen.Const("")), (piece, gap) => piece + gap).List[1, 8].Select(string.Concat);
    private static readonly Gen<(BlockKind Kind, List<string> Lines, int Mark)> Blocks =
        Gen.Select(Gen.Enum<BlockKind>(), Words.List[1, 3], Gen.Int[0, 4]);

    [Fact]
    public void Whatever_words_an_article_has_its_draft_reads_the_same()
    {
        using var folder = new ReadingFolder();
        Blocks.List[1, 4].Sample(
            blocks =>
            {
                var article = ArticleOf(blocks);
                var read = Read(folder, new DraftText(folder.Reader).Of(article, CancellationToken.None));
                Assert.Equal(article.Blocks.Select(block => (block.Kind, Words(article, block))), read.Blocks.Select(block => (block.Kind, Words(read, block))));
            },
            iter: 300, threads: 1);

        // Hard spaces at the ends of an item or a cell, and items of nothing else, are seen by nobody.
        static string Words(Article article, Block block) => string.Join('\n', block.Span.In(article.Text).Split('\n').Select(Line).Where(line => line.Length > 0));
        static string Line(string line) => string.Join(" | ", line.Split('|').Select(cell => cell.Trim()));
    }

    [Fact]
    public void A_title_is_quoted_so_that_it_reads_as_it_is()
    {
        using var folder = new ReadingFolder();
        var article = ArticleOf([(BlockKind.Paragraph, ["Text."], 0)]) with { Title = "He said: \"no\" # not \\ yes", Byline = "- O'Neill", Tags = ["a, b", "c"] };

        var read = Read(folder, new DraftText(folder.Reader).Of(article, CancellationToken.None));

        Assert.Equal((article.Title, article.Byline), (read.Title, read.Byline));
        Assert.Equal(article.Tags, read.Tags);
        Assert.Equal(ArticleStatus.Draft, read.Status);
    }

    [Fact]
    public void Marks_and_links_are_kept_where_Markdown_can_say_them()
    {
        using var folder = new ReadingFolder();
        const string Html = """<p>It <em>is</em> a <strong>very <a href="https://x.example/?a=1&amp;lt;=2">long</a> day</strong> for <code>f(x)</code>, x<em>y</em>z.</p>""";
        var article = folder.Read("a.html", $"<title>T</title>{Html}").Articles[0];

        var written = new DraftText(folder.Reader).Of(article, CancellationToken.None);

        Assert.Contains("It *is* a **very [long](https://x.example/?a=1&amp;lt;=2) day** for `f(x)`, xyz.", written, StringComparison.Ordinal);
        Assert.Equal(article.Inlines.SkipLast(1), Read(folder, written).Inlines);
    }

    [Fact]
    public void An_emphasised_paragraph_below_a_picture_is_not_taken_for_its_caption()
    {
        using var folder = new ReadingFolder();
        var article = folder.Read("a.html", "<title>T</title><figure><img src='a.jpg'><figcaption>The bridge</figcaption></figure><p><em>It fell on Monday</em></p>").Articles[0];

        Assert.Equal(["The bridge", "It fell on Monday"], Read(folder, new DraftText(folder.Reader).Of(article, CancellationToken.None)).Words());
    }

    [Fact]
    public void Two_lists_in_a_row_stay_two()
    {
        using var folder = new ReadingFolder();
        var article = folder.Read("a.html", "<title>T</title><ul><li>one</li></ul><ul><li>two</li></ul><ul><li>three</li></ul>").Articles[0];

        Assert.Equal(["one", "two", "three"], Read(folder, new DraftText(folder.Reader).Of(article, CancellationToken.None)).Words());
    }

    private static Article Read(ReadingFolder folder, string text) =>
        Assert.Single(folder.Reader.Read(new ArticleSource("draft.md", Encoding.UTF8.GetBytes(text)), CancellationToken.None).Articles);

    private static Article ArticleOf(List<(BlockKind Kind, List<string> Lines, int Mark)> blocks)
    {
        var text = new TextBuilder();
        text.Add(BlockKind.Paragraph, "It begins.");
        foreach (var (kind, lines, mark) in blocks)
        {
            text.Add(DraftOf(kind, lines, mark));
        }

        var body = text.Build();
        return new() { Slug = "a", Title = "The title", Language = "en", Text = body.Text, Blocks = body.Blocks, Inlines = body.Inlines };
    }

    private static BlockDraft DraftOf(BlockKind kind, List<string> lines, int mark)
    {
        var draft = new BlockDraft(kind) { Level = kind == BlockKind.Heading ? 2 : 0, HasHeader = kind == BlockKind.Table };
        foreach (var line in lines)
        {
            if (kind is BlockKind.List or BlockKind.Table)
            {
                draft.BreakLine();
            }
            else
            {
                draft.BreakWords();
            }

            var start = draft.Position;
            draft.Append(kind == BlockKind.Table ? "cell | " + line : line);
            if (mark > 0)
            {
                draft.Mark((InlineKind)(mark - 1), start, mark - 1 == (int)InlineKind.Link ? "https://x.example/(a)" : null);
            }

            if (kind is BlockKind.List or BlockKind.Table)
            {
                draft.EndPart(start);
            }
        }

        return draft;
    }
}
