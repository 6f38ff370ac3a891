using System.Text;
using System.Text.Json;
using Bot.BotFramework.Activities;

namespace Bot.BotFramework.Tests.Activities;

public sealed class ActivityJsonTests
{
    [Fact]
    public void Keeps_what_it_does_not_know()
    {
        const string Sent = """{"type":"message","localTimezone":"Europe/Berlin","from":{"id":"u","properties":{"a":1}},"channelData":{"clientActivityID":"x","n":[1,null]},"value":"v","entities":[{"type":"clientInfo","platform":"Web"}]}""";
        using var written = JsonDocument.Parse(ActivityJson.Write(Read(Sent)));
        using var sent = JsonDocument.Parse(Sent);
        Assert.True(JsonElement.DeepEquals(sent.RootElement, written.RootElement), written.RootElement.GetRawText());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"conversation":"c"}""")]
    [InlineData("""{"from":[]}""")]
    [InlineData("""{"entities":{}}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"conversation":{"isGroup":"no"}}""")]
    [InlineData("""{"type":"message","entities":[{"type":"\udc00"}]}""")]
    [InlineData("""{"type":"message","value":{"a":["\ud800x"]}}""")]
    [InlineData("""{"type":"message","channelData":{"\ud800":1}}""")]
    public void Names_the_place_that_cannot_be_read(string json) =>
        Assert.StartsWith("The body is", Assert.Throws<MalformedActivityException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Drops_empty_places_in_lists()
    {
        var read = Read("""{"membersAdded":[null,{"id":"u"}],"attachments":[null],"suggestedActions":{"actions":[null]},"entities":[null,5,{"type":"mention"}]}""");
        Assert.Equal("u", Assert.Single(read.MembersAdded!).Id);
        Assert.Empty(read.Attachments!);
        Assert.Empty(read.SuggestedActions!.Actions!);
        Assert.Null(Assert.Single(read.Mentions()).Text);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_text_also_where_nobody_looks() =>
        Assert.StartsWith("The body is not UTF-8", Assert.Throws<MalformedActivityException>(() => ActivityJson.Read([.. "{\"value\":\""u8, 0xFF, .. "\"}"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public void Keeps_a_whole_surrogate_pair() => Assert.Equal("🚋", Read("""{"text":"\ud83d\ude8b"}""").Text);

    [Fact]
    public void Shows_no_words_in_logs() => Assert.DoesNotContain("secret", $"{Read("""{"type":"message","text":"secret","from":{"name":"secret"}}""")}", StringComparison.Ordinal);

    private static Activity Read(string json) => ActivityJson.Read(Encoding.UTF8.GetBytes(json));
}
