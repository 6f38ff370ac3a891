using System.Collections.Immutable;
using Bot.Answering.Answers;
using CsCheck;

namespace Bot.BotFramework.Tests.Rendering;

/// <summary>Answers whose every word is out to do harm.</summary>
internal static class RandomAnswers
{
    private static readonly string[] Fragments =
    [
        "The dam broke", " on Monday.", "5 people", " ", "\n", "\r\n", "\t", "\u2028", "*", "**", "_", "__", "~~", "~", "`", "```", "```js\n", "#", "# ", "## x", "\n# h", "- ", "+ ", "1. ", "1) ", "> ", "---", "===", "\n---\n",
        "|a|b|\n|-|-|\n|c|d|", "+---+\n| a |\n+---+", "<", ">", "<at>Everyone</at>", "<at id=\"0\">x</at>", "@everyone", "@channel", "a@b.example", "<b>bold</b>", "<script>alert(1)</script>", "<!-- x -->", "<![CDATA[", "<?php", "<img src=x onerror=y>",
        "http://evil.example/x", "https://evil.example", "www.evil.example", "evil.example/path", "HTTP://EVIL.EXAMPLE", "<https://evil.example>", "mailto:a@b.example", "xmpp:a@b.example", "javascript:alert(1)", "ftp://f.example", "tel:112", "skype:x?call",
        "[1]", "[2]", "[99]", "[x](http://evil.example)", "![x](http://evil.example/i.png)", "[1]: http://evil.example \"t\"", "\n[1]: http://evil.example", "[^1]", "[^1]: note", "*[HTML]: abbr", "[x][1]", "[[1]]", "[ ]", "[x] ", "- [x] t", "]", "[", "(", ")", "!", "![",
        "&", "&amp;", "&lt;b&gt;", "&#42;", "&copy;", "&#x3c;", "\\", "\\*", "\\[", "\\(x\\)", "\\[x\\]", "$x$", "$$x$$", "^x^", "~x~", "==x==", "++x++", ":::", ": x", ":smile:", "{#id .c}", "{.c}", "^^^", "^^ x", "\"", "'", "\"quoted\"", "“x”",
        "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\0", "\u001b[31m", "é", "漢字かな", "العربية", "😀", "👩‍👩‍👧", "\ud800", "\udc00", "x", "0", "9", ".", ",", "…", "    code", "%", "/", "?", "=", "+", "cite:1", "urn:answer:x:up",
    ];

    private static readonly string?[] Sources = [null, null, "https://news.example/a", "http://news.example/?a=1&copy=2&b=(x)_*y*~", "https://news.example/%3Cx%3E#a[b]|c", "javascript:alert(1)", "https://news.example/" + new string('p', 1_500)];

    private static readonly Gen<string> Words = Gen.Frequency(
        (60, Gen.Int[0, Fragments.Length - 1].Array[0, 8].Select(picks => string.Concat(picks.Select(pick => Fragments[pick])))),
        (20, Gen.String[Gen.Char, 0, 40]),
        (1, Gen.Int[1, 400].Select(times => string.Concat(Enumerable.Repeat("wörter * und ", times)))));

    private static readonly Gen<Citation> Citation = Gen.Select(Words, Words, Gen.Int[0, Sources.Length - 1], (title, quote, source) =>
        Some.Citation(0, Some.Article(title, quote, Sources[source])));

    private static readonly Gen<Making> Making = Gen.Select(Gen.Bool, Gen.Bool, (model, degraded) =>
        new Making(model ? "model" : Bot.Answering.Answers.Making.Extractive) { Degraded = degraded });

    private static readonly Gen<string> Language = Gen.Int[0, 5].Select(pick => new[] { "en", "de", "es", "fr", "ar", "ja" }[pick]);

    // Each sentence cites the next numbers, and now and then an earlier one.
    private static readonly Gen<ImmutableArray<Claim>> Claims =
        Gen.Select(Words, Citation.Array[1, 4], Gen.Bool).Array[1, 9].Select(sentences =>
        {
            var number = 0;
            Citation? last = null;
            return sentences.Select(sentence =>
            {
                ImmutableArray<Citation> cited = [.. sentence.Item2.Select(citation => last = citation with { Number = ++number, Id = number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture) })];
                return new Claim(sentence.Item1, sentence.Item3 ? cited : [last!]);
            }).Select(claim => claim).ToImmutableArray();
        }).Select(Renumbered);

    public static Gen<Answer> All { get; } = Gen.OneOf(
        Gen.Select(Claims, Language, Making, Words, Gen.Bool, Gen.Bool, (claims, language, making, words, sure, isShort) => (Answer)new Answer.Answered
        {
            Text = "x",
            Language = language,
            Making = making,
            Claims = claims,
            Sure = sure,
            Short = !isShort ? null : words.Length % 2 == 0 ? words : WordOf(claims[0].Text, words),
            Suggestions = [words, words, words, words],
        }),
        Gen.Select(Claims, Language, Making, (sides, language, making) => (Answer)new Answer.Conflicting { Text = "x", Language = language, Making = making, Sides = sides }),
        Gen.Select(Words, Citation.Array[0, 3], Language, Making, (words, closest, language, making) => (Answer)new Answer.NotStated
        {
            Text = words,
            Language = language,
            Making = making,
            Closest = [.. closest.Select(citation => new Closest(citation))],
            Suggestions = [words],
        }),
        Gen.Select(Words, Language, Making, (words, language, making) => (Answer)new Answer.NothingFound { Text = words, Language = language, Making = making }),
        Gen.Select(Words, Language, Making, (words, language, making) => (Answer)new Answer.Smalltalk { Text = words, Language = language, Making = making, Suggestions = [words] }));

    // A word between spaces, or one between any signs.
    private static string WordOf(string text, string otherwise) =>
        text.Split(otherwise.Length % 4 == 1 ? [' '] : [.. text.Where(sign => !char.IsLetterOrDigit(sign))], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
            ? words[otherwise.Length % words.Length]
            : otherwise;

    // Numbers run 1..n in order of first appearance, as in every answer.
    private static ImmutableArray<Claim> Renumbered(ImmutableArray<Claim> claims)
    {
        var numbers = new Dictionary<string, int>();
        return [.. claims.Select(claim => claim with
        {
            Citations = [.. claim.Citations.DistinctBy(citation => citation.Id).Select(citation =>
                citation with { Number = numbers.TryGetValue(citation.Id, out var known) ? known : numbers[citation.Id] = numbers.Count + 1 })],
        })];
    }
}
