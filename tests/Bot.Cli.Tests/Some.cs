using System.Collections.Immutable;
using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Tracing;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Cli.Tests;

/// <summary>Articles and answers made for tests.</summary>
internal static class Some
{
    public static Article Article(string text = "The bridge fell on Monday. Nobody was hurt.", string slug = "bridge", string title = "A bridge falls") => new()
    {
        Slug = slug,
        Title = title,
        Published = new DateTimeOffset(2024, 5, 14, 0, 0, 0, TimeSpan.Zero),
        Language = "en",
        Text = text,
        Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
    };

    public static Passage Passage(Article article) =>
        new(article, 1, PassageKind.Paragraph, new TextSpan(0, article.Text.Length), [new TextSpan(0, article.Text.Length)]);

    public static IndexedArticle Indexed(Article article) => new(article, [Passage(article)]);

    public static Citation Citation(Article? article = null, int number = 1) =>
        Answering.Answers.Citation.Of(Passage(article ?? Article()), new TextSpan(0, 26)) with { Number = number };

    public static Answer.Answered Answered(string text = "The bridge fell on Monday. [1]", string? shortAnswer = "Monday", Article? article = null) => new()
    {
        Text = text,
        Language = "en",
        Confidence = 0.91234567,
        Short = shortAnswer,
        Claims = [new Claim("The bridge fell on Monday.", [Citation(article)])],
        Making = new Making(Making.Extractive) { Elapsed = TimeSpan.FromMilliseconds(12.34), Repaired = 1 },
    };

    public static Answer.NotStated NotStated(Article? article = null) => new()
    {
        Text = "The article does not say.",
        Language = "en",
        Closest = [new Closest(Citation(article, number: 0))],
        Making = new Making(Making.Extractive),
        Suggestions = ["When did the bridge fall?"],
    };

    public static Answer.NothingFound NothingFound() => new() { Text = "Nothing is about it.", Language = "en", Making = new Making(Making.Extractive) };

    public static AnsweredQuestion Asked(Answer answer) => new(answer, new AnswerTrace { Standalone = "When did the bridge fall?", Kind = "when" });

    public static ImmutableDictionary<string, IndexedArticle> Articles(params ReadOnlySpan<Article> articles) =>
        articles.ToArray().ToImmutableDictionary(article => article.Slug, Indexed);
}
