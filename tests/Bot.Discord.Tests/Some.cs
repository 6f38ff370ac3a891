using Bot.Answering.Answers;
using Bot.Conversations.Records;
using Bot.Discord.Rendering;
using Bot.Knowledge.Articles;

namespace Bot.Discord.Tests;

internal static class Some
{
    /// <summary>Only a test that hangs waits so long: among 200 shards on a busy machine, each also waits for the work of all others.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    public static Links Links { get; } = new(new Uri("https://bot.example.org/b"));

    public static Links NoLinks { get; } = new(PublicUrl: null);

    public static TurnId Turn { get; } = new(new Guid("0199aaaa-0000-7000-8000-000000000001"));

    public static Article Article(string title, string text, string? source = null) => new()
    {
        Slug = "dam",
        Title = title,
        Language = "en",
        Text = text,
        Published = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero),
        Source = source is null ? null : new Uri(source),
        Blocks = [new Block(BlockKind.Paragraph, new(0, text.Length))],
    };

    public static Citation Citation(int number, Article article) => new()
    {
        Id = number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
        Number = number,
        Article = article,
        Span = new(0, article.Text.Length),
    };

    public static Answer.Answered Answered(string text = "The dam broke on Monday.", string engine = Making.Extractive, string? source = null) => new()
    {
        Text = text + " [1]",
        Language = "en",
        Making = new(engine),
        Claims = [new(text, [Citation(1, Article("The dam", "The dam broke on Monday.", source))])],
    };
}
