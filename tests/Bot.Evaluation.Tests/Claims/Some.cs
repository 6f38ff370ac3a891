using System.Collections.Immutable;
using Bot.Evaluation.Claims;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Evaluation.Tests.Claims;

/// <summary>Sentences written for these tests.</summary>
internal static class Some
{
    public static SourceSentence Sentence(string text, string others = "", string language = "en", DateTimeOffset? published = null)
    {
        var whole = others.Length == 0 ? text : $"{text}\n\n{others}";
        var spans = Paragraphs(whole).ToImmutableArray();
        var article = new Article
        {
            Slug = "dam",
            Title = "A dam",
            Language = language,
            Published = published,
            Text = whole,
            Blocks = [.. spans.Select(span => new Block(BlockKind.Paragraph, span))],
        };
        return new SourceSentence(text, [new Passage(article, 1, PassageKind.Paragraph, spans[0], SentenceSplitter.Split(whole, spans[0], language))]);
    }

    /// <summary>What a rule of a kind makes of it; <see langword="null"/> when none suits.</summary>
    public static string? Made(string kind, SourceSentence sentence, int seed = 1)
    {
        var book = RuleBook.For(sentence.Article.Language)!;
        return book.Rules.Where(rule => rule.Kind == kind).Select(rule => Noise.Apply(rule, sentence, book, ["It rained in Tarn all day."], new Random(seed)))
            .FirstOrDefault(made => made is not null);
    }

    private static IEnumerable<TextSpan> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is var found && found < 0 ? text.Length : found;
            yield return new TextSpan(start, end);
            start = end + 2;
        }
    }
}
