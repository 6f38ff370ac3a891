using System.Collections.Immutable;
using Bot.Answering.Composing;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Tests.ScriptedModel;

/// <summary>Material to compose from, of an article made up for tests.</summary>
internal static class SomeMaterial
{
    public const string BridgeText = "The old bridge over the Linde closed on Tuesday. About 4,200 drivers used it each day, the council said.";

    public static Material About(string question, params string[] passages) => new(
        new Question(question), question, "en", Numbered(passages.Length == 0 ? [BridgeText] : passages))
    {
        Read = QuestionReader.Read(question, "en"),
        Sentences = [],
    };

    public static ImmutableArray<NumberedPassage> Numbered(params string[] passages) =>
        [.. passages.Select((text, index) => new NumberedPassage(index + 1, Passage(text, index + 1)))];

    public static Passage Passage(string text, int ordinal = 1, PassageKind kind = PassageKind.Paragraph, string title = "Bridge over the Linde closes") =>
        new(Article(text, title), ordinal, kind, new TextSpan(0, text.Length), [new TextSpan(0, text.Length)]);

    public static Article Article(string text, string title = "Bridge over the Linde closes") => new()
    {
        Slug = "bridge",
        Title = title,
        Published = new DateTimeOffset(2024, 5, 15, 0, 0, 0, TimeSpan.Zero),
        Language = "en",
        Text = text,
        Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
    };
}
