namespace Bot.Discord.Tests;

public sealed class DiscordOptionsTests
{
    private const string Key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [Fact]
    public void Names_all_that_is_wrong_at_once_without_the_token()
    {
        var result = new DiscordOptionsValidator().Validate(
            null,
            new() { Token = "Bot s3cret", ApiUrl = "http://discord.example", PublicKey = "abc", ApplicationId = "bot#1", Presence = new string('x', 129), Guilds = { "81384788765712384", "my server" } });
        Assert.Equal(
            [
                "Discord:Token is no token: copy it anew from the developer portal (Bot, Reset Token), without 'Bot' before it, into user secrets or the environment.",
                "Discord:PublicKey is 'abc': copy it from the developer portal (General Information, Public Key); it has 64 hexadecimal digits.",
                "Discord:ApplicationId is 'bot#1': copy it from the developer portal (General Information, Application ID); it is a number of 17 to 20 digits.",
                "Discord:Presence has 129 characters: write at most 128.",
                "Discord:Guilds has 'my server': write the server's id, a number such as 81384788765712384 (in Discord with developer mode: right-click the server, Copy Server ID).",
                "Discord:ApiUrl is 'http://discord.example': write an https address (http only on this machine), such as https://discord.com/api/v10.",
            ],
            result.Failures);
    }

    [Fact]
    public void Names_what_is_missing_beside_a_setting()
    {
        Assert.StartsWith("Discord:PublicKey is set, and neither", Assert.Single(new DiscordOptionsValidator().Validate(null, new() { PublicKey = Key }).Failures!), StringComparison.Ordinal);
        Assert.True(new DiscordOptionsValidator().Validate(null, new() { PublicKey = Key, ApplicationId = "175928847299117063" }).Succeeded);
        Assert.StartsWith("Discord:Shards is 0 without", Assert.Single(new DiscordOptionsValidator().Validate(null, new() { Token = "MTA.x-_y.z", Shards = 0 }).Failures!), StringComparison.Ordinal);
        Assert.True(new DiscordOptionsValidator().Validate(null, new() { Token = "MTA.x-_y.z", PublicKey = Key, Shards = 0 }).Succeeded);
    }

    [Fact]
    public void Takes_its_defaults_and_a_server_on_this_machine()
    {
        Assert.True(new DiscordOptionsValidator().Validate(null, new()).Succeeded);
        Assert.True(new DiscordOptionsValidator().Validate(null, new() { Token = "MTA.x-_y.z", PublicKey = Key, ApiUrl = "http://127.0.0.1:5000/api/v10" }).Succeeded);
    }

    [Fact]
    public void Asks_for_the_privileged_intent_only_where_messages_in_threads_are_questions() =>
        Assert.Equal((4609, 4609 | (1 << 15)), (new DiscordOptions().Intents, new DiscordOptions { ThreadMessages = true }.Intents));
}
