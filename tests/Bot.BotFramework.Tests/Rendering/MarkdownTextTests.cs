using Bot.BotFramework.Rendering;

namespace Bot.BotFramework.Tests.Rendering;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("2026. It began", "2026&#46; It began")]
    [InlineData("3) Third", "3&#41; Third")]
    [InlineData("2026.", "2026&#46;")]
    [InlineData("11.4 kilometres", "11.4 kilometres")]
    public void A_number_that_begins_a_line_begins_no_list(string text, string written) => Assert.Equal(written, MarkdownText.Of(text));
}
