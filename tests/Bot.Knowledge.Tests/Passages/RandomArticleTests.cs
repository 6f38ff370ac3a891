using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using CsCheck;

namespace Bot.Knowledge.Tests.Passages;

public sealed class RandomArticleTests
{
    private static readonly string[] Pieces =
    [
        "U.S. ", "Gen. ", "a.m. ", "J. K. Rowling ", "z. B. ", "3. März ", "3.5 ", "et al. ", "No. 5 ", "...", "… ", "?!", ". ", ".", "! ", "? ", " . ",
        "\" ", " \"", "“", "” ", "«\u00A0", "\u00A0»", "(", ") ", "[We] ", "[12]", "'", "the ", "The ", "He said ", "word ", "Word ", "x", "; ", " | ", ", ",
        "日本語", "。", "「", "」", "と言った", "！？", "中文，", "；", "العربية ", "؟ ", "۔", "हिन्दी ", "। ", "ภาษาไทย",
        "👩‍👩‍👧‍👦", "🇩🇪", "e\u0301\u0323", "𝒜", "\u200B", "\uFEFF", "\u00A0", "\u2009", "\n", "\n\n", "\r\n", "\t", "  ",
        "http://a.b/c?d=E.F ", "file.txt ", "- ", "— ", "1. ", "２０２４", "\uD83D", "\uDE00", "\u0301",
        new('a', 700), new('漢', 400), new('\u0301', 30), string.Concat(Enumerable.Repeat("lorem ", 60)), string.Concat(Enumerable.Repeat("un, ", 90)),
    ];

    private static readonly string[] Languages = ["en", "de", "fr", "es", "ar", "hi", "zh", "ja", "el", "ru", "xx", "en-GB"];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Array[0, 25]
        .Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    internal static readonly Gen<Article> Articles =
        Gen.Select(Gen.Select(Words, Gen.Enum<BlockKind>(), Gen.Int[0, 6], Gen.Bool).Array[0, 6], Gen.Int[0, Languages.Length - 1].Select(pick => Languages[pick])).Select(Build);

    [Fact]
    public void Ten_thousand_random_articles_split_exactly()
    {
        Articles.Sample(IsSplitExactly, iter: 10_000, print: article => article.Language + " " + Escape(article.Text));
    }

    private static bool IsSplitExactly(Article article)
    {
        var passages = PassageSplitter.Split(article);
        var again = PassageSplitter.Split(article);
        Assert.Equal(passages.SelectMany(passage => passage.Sentences), again.SelectMany(passage => passage.Sentences));
        Assert.Equal(passages.Select(passage => passage.Span), again.Select(passage => passage.Span));
        var last = 0;
        for (var index = 0; index < passages.Length; index++)
        {
            var passage = passages[index];
            Assert.Equal(index + 1, passage.Id.Ordinal);
            Assert.Equal(article.Text[passage.Span.Start..passage.Span.End], passage.Text);
            Assert.True(passage.Span.Start >= last, "passages overlap");
            Assert.NotEmpty(passage.Sentences);
            last = SentencesHold(article.Text, passage, last);
        }

        AssertCovers(article.Blocks.Select(block => block.Span), passages.Select(passage => passage.Span), article.Text);
        AssertCovers(article.Blocks.Select(block => block.Span), passages.SelectMany(passage => passage.Sentences), article.Text);
        return true;
    }

    private static int SentencesHold(string text, Passage passage, int last)
    {
        foreach (var sentence in passage.Sentences)
        {
            var words = sentence.In(text);
            Assert.True(passage.Span.Contains(sentence), "a sentence leaves its passage");
            Assert.True(sentence.Start >= last && sentence.Length > 0, "sentences overlap");
            Assert.Equal(words.Trim(), words);
            Assert.InRange(words.Length, 1, 1000);
            Assert.InRange(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 80);
            Assert.False(IsInsideElement(text, sentence.Start), "a sentence starts inside a character");
            Assert.False(IsInsideElement(text, sentence.End), "a sentence ends inside a character");
            last = sentence.End;
        }

        return last;
    }

    private static bool IsInsideElement(string text, int at) =>
        at > 0 && at < text.Length && !char.IsWhiteSpace(text[at - 1])
        && (char.IsSurrogatePair(text[at - 1], text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark || text[at] == '\u200D');

    private static void AssertCovers(IEnumerable<TextSpan> blocks, IEnumerable<TextSpan> found, string text)
    {
        var times = new int[text.Length];
        foreach (var span in found)
        {
            for (var at = span.Start; at < span.End; at++)
            {
                times[at]++;
            }
        }

        foreach (var block in blocks)
        {
            for (var at = block.Start; at < block.End; at++)
            {
                if (times[at] != 1 && (times[at] > 1 || !char.IsWhiteSpace(text[at])))
                {
                    Assert.Fail($"offset {at} lies in {times[at]} pieces");
                }
            }
        }
    }

    private static Article Build((string Words, BlockKind Kind, int Level, bool HasHeader)[] parts, string language)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (words, kind, level, hasHeader) in parts)
        {
            var start = text.Append(text.Length > 0 ? "\n\n" : "").Length;
            var span = new TextSpan(start, text.Append(words).Length);
            blocks.Add(new(kind, span)
            {
                Level = kind == BlockKind.Heading ? Math.Max(1, level) : 0,
                HasHeader = kind == BlockKind.Table && hasHeader,
                Parts = kind is BlockKind.List or BlockKind.Table ? LinesOf(words, start) : [],
            });
        }

        return new() { Slug = "a", Title = "A", Language = language, Text = text.ToString(), Blocks = blocks.ToImmutable() };
    }

    private static ImmutableArray<TextSpan> LinesOf(string words, int start)
    {
        var lines = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var line in words.Split('\n'))
        {
            lines.Add(new(start, start + line.Length));
            start += line.Length + 1;
        }

        return lines.ToImmutable();
    }

    private static string Escape(string text) =>
        string.Concat(text.Select(letter => letter is >= ' ' and <= '~' ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}")));
}
