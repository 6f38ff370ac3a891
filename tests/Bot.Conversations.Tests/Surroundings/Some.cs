using Bot.Knowledge.Articles;

namespace Bot.Conversations.Tests.Surroundings;

internal static class Some
{
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public static Article Article(string slug, string text) => new()
    {
        Slug = slug,
        Title = "About " + slug,
        Language = "en",
        Text = text,
        Blocks = [new Block(BlockKind.Paragraph, new(0, text.Length))],
    };
}
