using Bot.Conversations.Records;

namespace Bot.Conversations.Tests.Records;

public sealed class TurnIdTests
{
    [Fact]
    public void A_turn_prints_a_name_that_reads_back()
    {
        var id = new TurnId(Guid.CreateVersion7());

        Assert.True(TurnId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.Equal(22, id.ToString().Length);
    }

    [Theory]
    [InlineData("=?cited=?cited=?cited=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA\u00e9")]
    [InlineData("AAAAAAAAAAA AAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_name_of_a_turn_is_none_and_no_error(string? text) => Assert.False(TurnId.TryParse(text, out _));
}
