using System.Text;
using System.Text.Json;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading;
using CsCheck;

namespace Bot.Knowledge.Tests.Reading;

/// <summary>What holds of every article, whatever its file held.</summary>
public class ExactnessTests
{
    private const string Seed = "0N0XIzNsQ0O2";

    private static readonly Gen<string> Word = Gen.OneOf(
        "The", "tram", "opened.", "“Nein”,", "it's", "Cafe\u0301", "u\u0308ber", "\u1100\u1161\u11A8", "\u0301alone", "5\u00a0km", "🚋", "👩\u200d👩\u200d👧", "العربية", "हिन्दी", "日本語。",
        "\u212B", "\uFEFF", "soft\u00ADhyphen", "ﬁ", "\u2028", "\u0085", "\u0001", "U.S.", "*", "**", "_", "`", "[", "](https://x.example)", "![a](b)", "<b>", "</b>", "<p>", "<br>", "&amp;", "&#769;", "> ", "- ", "# ", "|", "---", "— Jane Doe", "Photo: Jane Doe", "\uD83D", "\uFFFE");

    private static readonly Gen<string> Gap = Gen.Frequency((8, Gen.Const(" ")), (2, Gen.Const("\n")), (2, Gen.Const("\r\n\r\n")), (1, Gen.Const("\r")), (1, Gen.Const("\n\n")), (1, Gen.Const("")), (1, Gen.Const("\t")));

    private static readonly Gen<string> Source = Words(60);

    private static readonly Gen<string> Html = Gen.Select(
        Gen.OneOf("p", "div", "h2", "li", "ul", "ol", "table", "tr", "td", "th", "blockquote", "figure", "figcaption", "em", "a href='https://x.example'", "footer", "cite", "pre", "article", "span"), Gen.Bool, Words(12),
        (tag, closes, words) => $"<{tag}>{words}{(closes ? $"</{tag.Split(' ')[0]}>" : "")}").Array[1, 12].Select(string.Concat);

    [Fact]
    public void Markdown_is_exact() => Check("a.md", Source);

    [Fact]
    public void Plain_text_is_exact() => Check("a.txt", Source);

    [Fact]
    public void Html_is_exact() => Check("a.html", Html);

    [Fact]
    public void Json_lines_are_exact() => Check("a.jsonl", Source.Where(words => !HasLoneSurrogate(words)).Array[1, 4].Select(paragraphs =>
        JsonSerializer.Serialize(new { id = "a", title = "T", paragraphs })));

    [Fact]
    public void Json_lines_keep_every_word() => Source.Where(words => !HasLoneSurrogate(words) && !words.Contains('\uFFFE') && !string.IsNullOrWhiteSpace(words)).Sample(
        words =>
        {
            using var folder = new ReadingFolder();
            var article = Assert.Single(folder.Read("a.jsonl", JsonSerializer.Serialize(new { id = "a", title = "T", text = words })).Articles);
            Assert.Equal(words.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC), article.Text);
        },
        seed: Seed, iter: 500, threads: 1);

    [Fact]
    public void Any_bytes_give_articles_or_problems() => Gen.Select(Gen.OneOf("a.md", "a.txt", "a.html", "a.jsonl"), Gen.OneOf(Gen.Byte, Gen.Byte[32, 127]).Array[0, 300]).Sample(
        (name, bytes) =>
        {
            using var folder = new ReadingFolder();
            Check(folder.Read(name, bytes), name);
        },
        seed: Seed, iter: 1000, threads: 1);

    private static Gen<string> Words(int most) => Gen.Select(Word, Gap, (word, gap) => word + gap).Array[1, most].Select(string.Concat);

    private static bool HasLoneSurrogate(string words) => words.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static void Check(string name, Gen<string> source)
    {
        var served = 0;
        using var folder = new ReadingFolder();
        source.Sample(
            words =>
            {
                var file = folder.Read(name, words);
                Check(file, name);
                served += file.Articles.Length;
            },
            seed: Seed, iter: 2500, threads: 1);
        Assert.True(served > 2000, $"Only {served} of 2500 texts were served.");
    }

    private static void Check(ArticleFile file, string name)
    {
        Assert.True(file.Articles.Length + file.Problems.Length > 0 || name == "a.jsonl");
        Assert.DoesNotContain(file.Problems, problem => problem.Message.StartsWith("It could not be read", StringComparison.Ordinal));
        foreach (var article in file.Articles)
        {
            Check(article);
            if (name != "a.jsonl")
            {
                Assert.Equal(string.Join("\n\n", article.Words()), article.Text);
            }
        }
    }

    private static void Check(Article article)
    {
        Assert.True(article.Text.IsNormalized(NormalizationForm.FormC));
        Assert.DoesNotContain('\r', article.Text);
        Assert.NotEmpty(article.Blocks);
        var end = -1;
        foreach (var block in article.Blocks)
        {
            Assert.True(block.Span.Start > end && block.Span.Length > 0 && block.Span.End <= article.Text.Length);
            end = block.Span.End;
            var words = block.Span.In(article.Text);
            Assert.Equal(words.Trim(), words);
            Assert.DoesNotContain("\n\n", words, StringComparison.Ordinal);
            Assert.Equal(block.Kind is BlockKind.List or BlockKind.Table, !block.Parts.IsEmpty);
            var line = block.Span.Start;
            foreach (var part in block.Parts)
            {
                Assert.True(part.Start >= line && part.Length > 0 && block.Span.Contains(part));
                Assert.DoesNotContain('\n', part.In(article.Text));
                line = part.End + 1;
            }
        }

        Assert.All(article.Inlines, inline => Assert.Contains(article.Blocks, block => block.Span.Contains(inline.Span) && inline.Span.Length > 0));
        Assert.Equal(article.Inlines.OrderBy(inline => inline.Span.Start).Select(inline => inline.Span.Start), article.Inlines.Select(inline => inline.Span.Start));
    }
}
