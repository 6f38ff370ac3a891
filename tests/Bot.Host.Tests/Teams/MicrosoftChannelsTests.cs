using System.Net;
using System.Net.Http.Json;

namespace Bot.Host.Tests.Teams;

public sealed class MicrosoftChannelsTests
{
    private static readonly object Greeting = new
    {
        type = "message",
        id = "1",
        text = "help",
        channelId = "msteams",
        serviceUrl = "http://127.0.0.1:9/",
        deliveryMode = "expectReplies",
        from = new { id = "29:anna" },
        recipient = new { id = "28:bot" },
        conversation = new { id = "a:1", conversationType = "personal" },
    };

    [Fact]
    public async Task Takes_no_activity_while_no_bot_is_registered_and_says_nothing_about_it()
    {
        await using var host = RunningHost.Start();
        using var response = await host.Client.PostAsJsonAsync("/api/messages", Greeting, host.Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(host.Stop));
    }

    [Fact]
    public async Task Answers_a_developer_on_this_machine()
    {
        await using var host = RunningHost.Start(("BotFramework:AllowAnonymousLoopback", "true"), ("Web:RequestsPerMinute", "1"));
        for (var time = 0; time < 3; time++)
        {
            using var response = await host.Client.PostAsJsonAsync("/api/messages", Greeting, host.Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("Just ask.", await response.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Has_no_address_for_other_methods()
    {
        await using var host = RunningHost.Start();
        using var response = await host.Client.GetAsync("/api/messages", host.Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
