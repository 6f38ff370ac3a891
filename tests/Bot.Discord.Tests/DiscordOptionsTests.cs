namespace Bot.Discord.Tests;

public sealed class DiscordOptionsTests
{
    [Fact]
    public void Names_all_that_is_wrong_at_once_without_the_token()
    {
        var result = new DiscordOptionsValidator().Validate(null, new() { Token = "Bot s3cret", ApiUrl = "http://discord.example" });
        Assert.Equal(
            [
                "Discord:Token is no token: copy it anew from the developer portal (Bot, Reset Token), without 'Bot' before it, into user secrets or the environment.",
                "Discord:ApiUrl is 'http://discord.example': write an https address (http only on this machine), such as https://discord.com/api/v10.",
            ],
            result.Failures);
    }

    [Fact]
    public void Takes_its_defaults_and_a_server_on_this_machine()
    {
        Assert.True(new DiscordOptionsValidator().Validate(null, new()).Succeeded);
        Assert.True(new DiscordOptionsValidator().Validate(null, new() { Token = "MTA.x-_y.z", ApiUrl = "http://127.0.0.1:5000/api/v10" }).Succeeded);
    }
}
