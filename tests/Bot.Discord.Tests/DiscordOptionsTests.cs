namespace Bot.Discord.Tests;

public sealed class DiscordOptionsTests
{
    [Fact]
    public void Names_all_that_is_wrong_at_once_without_the_token()
    {
        var result = new DiscordOptionsValidator().Validate(null, new() { Token = "Bot s3cret", ApiUrl = "http://discord.example", PublicKey = "abc", Guilds = { "81384788765712384", "my server" } });
        Assert.Equal(
            [
                "Discord:Token is no token: copy it anew from the developer portal (Bot, Reset Token), without 'Bot' before it, into user secrets or the environment.",
                "Discord:PublicKey is 'abc': copy it from the developer portal (General Information, Public Key); it has 64 hexadecimal digits.",
                "Discord:Guilds has 'my server': write the server's id, a number such as 81384788765712384 (in Discord with developer mode: right-click the server, Copy Server ID).",
                "Discord:ApiUrl is 'http://discord.example': write an https address (http only on this machine), such as https://discord.com/api/v10.",
            ],
            result.Failures);
    }

    [Fact]
    public void Takes_its_defaults_and_a_server_on_this_machine()
    {
        Assert.True(new DiscordOptionsValidator().Validate(null, new()).Succeeded);
        Assert.True(new DiscordOptionsValidator().Validate(null, new() { Token = "MTA.x-_y.z", PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", ApiUrl = "http://127.0.0.1:5000/api/v10" }).Succeeded);
    }

    [Fact]
    public void Asks_for_the_privileged_intent_only_where_messages_in_threads_are_questions() =>
        Assert.Equal((4609, 4609 | (1 << 15)), (new DiscordOptions().Intents, new DiscordOptions { ThreadMessages = true }.Intents));
}
