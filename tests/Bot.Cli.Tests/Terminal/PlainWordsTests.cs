using Bot.Cli.Terminal;
using CsCheck;

namespace Bot.Cli.Tests.Terminal;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b[38;5;196mred", "red")]
    [InlineData("\u009b2Jgone", "gone")]
    [InlineData("\u001b]0;title\u0007words", "]0;titlewords")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("back\b\b\b\bover", "backover")]
    [InlineData("start\rover", "startover")]
    [InlineData("abc\u202edcba\u202c", "abcdcba")]
    [InlineData("\u2066isolated\u2069", "isolated")]
    [InlineData("one\ttwo", "one two")]
    [InlineData("ends in escape\u001b", "ends in escape")]
    [InlineData("ends in sequence\u001b[3", "ends in sequence")]
    public void Takes_out_what_steers_a_terminal(string text, string expected) => Assert.Equal(expected, PlainWords.Of(text));

    [Theory]
    [InlineData("It's “fine”: [1] [bold]no markup[/] 100%")]
    [InlineData("مرحبا \u200fبالعالم")]
    [InlineData("日本語 🏳️‍🌈 e\u0301")]
    [InlineData("two\nlines")]
    public void Leaves_words_of_every_script_alone(string text) => Assert.Equal(text, PlainWords.Of(text));

    [Fact]
    public void Replaces_half_a_character() => Assert.Equal("a\ufffdb", PlainWords.Of("a\ud83db"));

    [Fact]
    public void Puts_everything_on_one_line() => Assert.Equal("one two three", PlainWords.OnOneLine("one\ntwo\u2028three"));

    [Fact]
    public void Leaves_no_control_character_in_any_text() =>
        Gen.Char.Array[0, 60].Select(characters => new string(characters)).Sample(
            text => !PlainWords.Of(text).Any(character => (char.IsControl(character) && character != '\n') || character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')),
            iter: 2000, seed: "0000KOIPe036");
}
