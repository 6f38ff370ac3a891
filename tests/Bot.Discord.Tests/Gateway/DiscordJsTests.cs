using Bot.Discord.Tests.Peers;

namespace Bot.Discord.Tests.Gateway;

/// <summary>The scripted gateway speaks as Discord does: discord.js 14 lives on it. Only then do our own shards prove anything.</summary>
public sealed class DiscordJsTests
{
    [Fact]
    public async Task Connects_resumes_and_survives_every_fault()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.HeartbeatInterval = 500;
        await using var client = await NodePeer.StartAsync("client.js", gateway.ApiUrl, ScriptedGateway.Token);
        Assert.Equal("READY", await client.LineAsync());
        await SaysAsync(gateway, client, "hello");

        await ResumesAsync(gateway, client, connection => Task.Run(connection.Drop), "dropped");
        await ResumesAsync(gateway, client, connection => connection.SendAsync(7, null), "op 7");
        await ResumesAsync(gateway, client, connection => connection.SendAsync(9, true), "op 9 true");
        await ResumesAsync(gateway, client, connection => Task.Run(connection.Mute), "not heard");
        foreach (var code in new[] { 4000, 4001, 4002 })
        {
            await ResumesAsync(gateway, client, connection => connection.CloseAsync(code), $"close {code}");
        }

        gateway.Current(0)!.IsInvalid = true;
        await gateway.Sessions.Values.Last(session => session.Connection is not null).Connection!.SendAsync(9, false);
        Assert.Equal("READY", await client.LineAsync());
        await SaysAsync(gateway, client, "anew");
        Assert.Equal(2, gateway.Log.Count(line => line.StartsWith("identify", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Is_turned_away_with_a_wrong_token()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        await using var client = await NodePeer.StartAsync("client.js", gateway.ApiUrl, "MTA.x.wrong");
        Assert.Equal("failed TokenInvalid", await client.LineAsync());
    }

    private static async Task SaysAsync(ScriptedGateway gateway, NodePeer client, string content)
    {
        var session = await gateway.CurrentAsync(0);
        await session.EmitAsync("MESSAGE_CREATE", new { id = gateway.Next(), channel_id = "12", content, author = new { id = "13", username = "anna" } });
        Assert.Equal($"message {content}", await client.LineAsync());
    }

    private static async Task ResumesAsync(ScriptedGateway gateway, NodePeer client, Func<GatewayServerConnection, Task> fault, string content)
    {
        var session = await gateway.CurrentAsync(0);
        var connection = session.Connection!;
        session.Detach(connection);
        await session.EmitAsync("MESSAGE_CREATE", new { id = gateway.Next(), channel_id = "12", content, author = new { id = "13", username = "anna" } });
        await fault(connection);
        Assert.Equal($"message {content}", await client.LineAsync());
        Assert.Equal("RESUMED", await client.LineAsync());
    }
}
