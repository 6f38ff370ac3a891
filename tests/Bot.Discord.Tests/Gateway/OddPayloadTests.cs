using System.Text;
using Bot.Discord.Gateway;
using Bot.Discord.Guilds;
using Bot.Discord.Interactions;

namespace Bot.Discord.Tests.Gateway;

/// <summary>JSON of shapes that Discord does not send: what is not as it should be is not there, and throws nothing. Found by fuzzing.</summary>
public sealed class OddPayloadTests
{
    [Theory]
    [InlineData("""{"op":0,"t":"\ud800","d":{}}""")]
    [InlineData("""{"op":0,"\udc00":1,"d":{}}""")]
    [InlineData("""{"op":0,"d":[]}""")]
    [InlineData("""{"op":0,"d":{"ch\ud800":"","type":"x"}}""")]
    [InlineData("""{"op":0,"d":{"author":7,"content":"\ud800"}}""")]
    [InlineData("""{"op":0,"d":{"author":{},"member":{"roles":{}}}}""")]
    [InlineData("""{"op":0,"d":{"author":{},"member":{"roles":[1,null]},"mentions":[3]}}""")]
    [InlineData("""{"op":0,"d":{"ids":[1,"\udc00",null]}}""")]
    [InlineData("""{"op":0,"d":{"context":1.5,"type":1e99,"message":{"flags":0.5},"data":{"options":[{"type":1.5}]}}}""")]
    [InlineData("""{"op":0,"d":{"data":{"name":"\ud800","custom_id":"\udc00"},"member":{"roles":["\ud800"]}}}""")]
    public void Is_looked_at_without_an_exception(string json)
    {
        var payload = Payload.Read(Encoding.UTF8.GetBytes(json));
        if (payload is null)
        {
            return;
        }

        var message = new ChatMessage(payload.Data);
        Assert.Empty(message.Ids);
        Assert.All(message.Occasion.Roles, role => Assert.NotEmpty(role));
        Assert.False(message.Mentions("9"));
        Assert.Equal("", message.Without("9"));
        Assert.Null(message.Written);
        Assert.True(message.IsBots || message.Id.Length == 0);
        var interaction = new Interaction(payload.Data);
        Assert.Equal(("", "", ""), (interaction.Name, interaction.CustomId, interaction.Subcommand));
        Assert.False(interaction.IsOnPrivateMessage || interaction.IsInGuild || interaction.MayManageGuild);
        Assert.Null(GuildChannel.ParentOf(payload.Data));
    }

    [Theory]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":9223372036854775807}""")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("[]")]
    public void Is_no_payload_without_a_code(string json) => Assert.Null(Payload.Read(Encoding.UTF8.GetBytes(json)));
}
