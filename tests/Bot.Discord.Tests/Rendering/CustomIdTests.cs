using Bot.Discord.Rendering;

namespace Bot.Discord.Tests.Rendering;

public sealed class CustomIdTests
{
    public static TheoryData<int> Actions => [.. Enum.GetValues<ButtonAction>().Select(action => (int)action)];

    [Theory, MemberData(nameof(Actions))]
    public void Is_read_back_as_it_was_written(int action)
    {
        var id = new CustomId((ButtonAction)action, Some.Turn, 7);
        Assert.True(CustomId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("answer"), InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ"), InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ:-1"), InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ:01")]
    [InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ:1:2"), InlineData("answer:drop:AZmqqgAAcACAAAAAAAAAAQ:1"), InlineData("answer:up:short:1"), InlineData("answer:up:AZmqqgAAcACAAAAAAAAAAQ:99999999999"), InlineData("other:up:AZmqqgAAcACAAAAAAAAAAQ:1")]
    public void Refuses_whatever_else_a_client_sends(string? text) => Assert.False(CustomId.TryParse(text, out _));
}
