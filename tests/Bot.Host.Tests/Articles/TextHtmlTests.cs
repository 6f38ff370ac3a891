using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Bot.Host.Articles;
using Bot.Knowledge.Articles;
using CsCheck;

namespace Bot.Host.Tests.Articles;

public sealed partial class TextHtmlTests
{
    private static readonly Gen<string> Text = Gen.Char["ab <>&\"'\n\u00e9\u05d0\ud83d"].Array[1, 40].Select(letters => new string(letters).Replace('\ud83d', 'x'));

    [Fact]
    public void Marks_the_words_across_emphasis_with_one_name() =>
        Assert.Equal(
            "a <mark id=\"00ff\">b </mark><em><mark>c</mark></em><em> d</em>",
            Written("a b c d", [new(InlineKind.Emphasis, new(4, 7))], new("00ff", new(2, 5), null)));

    [Fact]
    public void The_words_are_all_there_and_nothing_else_whatever_is_marked() =>
        Gen.Select(Text, Gen.Int[0, 40].Array[6], Gen.Int[0, 3].Array[2]).Sample(
            (text, edges, kinds) =>
            {
                var (first, second, marked) = (Span(text, edges[0], edges[1]), Span(text, edges[2], edges[3]), Span(text, edges[4], edges[5]));
                ImmutableArray<Inline> inlines = [.. new[] { new Inline((InlineKind)kinds[0], first, "https://example.org/?a=1&b"), new Inline((InlineKind)kinds[1], second, "javascript:x") }.Where(inline => inline.Span.Length > 0)];

                var html = Written(text, inlines, new("00ff", marked, null));

                Assert.Equal(text, WebUtility.HtmlDecode(Tags().Replace(html, "")));
                Assert.Equal(marked.In(text), string.Concat(Marks().Matches(html).Select(match => WebUtility.HtmlDecode(Tags().Replace(match.Groups[1].Value, "")))));
                Assert.DoesNotContain("javascript", html, StringComparison.Ordinal);
            },
            iter: 2_000,
            threads: 1,
            seed: "0000KZ0bJpR1");

    private static TextSpan Span(string text, int one, int other) =>
        new(Math.Min(Math.Min(one, other), text.Length), Math.Min(Math.Max(one, other), text.Length));

    private static string Written(string text, ImmutableArray<Inline> inlines, Highlight highlight)
    {
        var article = new Article
        {
            Slug = "a",
            Title = "A",
            Language = "en",
            Text = text,
            Blocks = [new(BlockKind.Paragraph, new(0, text.Length))],
            Inlines = inlines,
        };
        var html = new Html();
        new TextHtml(html, article, [], highlight).Write(new(0, text.Length));
        return html.ToString();
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex("<mark[^>]*>([^<]*)</mark>", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
