using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;

namespace Bot.Host.Tests.Chatting;

public sealed class DirectLineTests
{
    private const string Path = "/v3/directline";

    [Fact]
    public async Task A_reader_begins_a_conversation_asks_and_is_answered_on_the_stream()
    {
        await using var host = RunningHost.Start();
        var (token, conversation, stream) = await BeginAsync(host);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new(stream), host.Stop);
        using var posted = await SendAsync(host, HttpMethod.Post, $"/conversations/{conversation}/activities", token, new { type = "message", text = "When did the bridge fall?" });

        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Contains("streamType\":\"final\"", await HearAsync(socket, "\"final\"", host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_outlives_the_time_of_other_requests()
    {
        await using var host = RunningHost.Start(("Web:RequestWithin", "00:00:01"), ("DirectLine:KeepAlive", "00:00:01"));
        var (_, _, stream) = await BeginAsync(host);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new(stream), host.Stop);
        var buffer = new byte[16 * 1024];
        for (var empty = 0; empty < 3;)
        {
            var read = await socket.ReceiveAsync(buffer, host.Stop);
            Assert.Equal(WebSocketMessageType.Text, read.MessageType);
            empty += read is { Count: 0, EndOfMessage: true } ? 1 : 0;
        }
    }

    [Fact]
    public async Task An_address_that_begins_too_many_conversations_is_told_to_wait()
    {
        await using var host = RunningHost.Start(("DirectLine:ConversationsPerMinute", "2"));
        await BeginAsync(host);
        await BeginAsync(host);
        using var refused = await SendAsync(host, HttpMethod.Post, "/tokens/generate", null, new { });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("Your address asks faster than it may", await refused.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_sends_too_many_activities_is_told_to_wait_and_may_still_read()
    {
        await using var host = RunningHost.Start(("DirectLine:ActivitiesPerMinute", "1"));
        var (token, conversation, _) = await BeginAsync(host);
        using var first = await SendAsync(host, HttpMethod.Post, $"/conversations/{conversation}/activities", token, new { type = "message", text = "/help" });
        using var second = await SendAsync(host, HttpMethod.Post, $"/conversations/{conversation}/activities", token, new { type = "message", text = "/help" });
        using var read = await SendAsync(host, HttpMethod.Get, $"/conversations/{conversation}/activities", token, null);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK], new[] { first, second, read }.Select(response => response.StatusCode));
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_in_words()
    {
        await using var host = RunningHost.Start(("Web:MaxBodyBytes", "1024"));
        var (token, conversation, _) = await BeginAsync(host);
        using var refused = await SendAsync(host, HttpMethod.Post, $"/conversations/{conversation}/activities", token, new { type = "message", text = new string('x', 2_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("ask in fewer words", await refused.Content.ReadAsStringAsync(host.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_path_the_stream_and_the_links_are_below_it()
    {
        await using var host = RunningHost.Start(("Web:PublicUrl", "https://news.example.org/bot"));
        using var generated = await SendAsync(host, HttpMethod.Post, "/tokens/generate", null, new { }, "/bot");
        var token = (await host.ReadAsync(generated)).GetProperty("token").GetString()!;
        using var begun = await SendAsync(host, HttpMethod.Post, "/conversations", token, new { }, "/bot");

        Assert.StartsWith("wss://news.example.org/bot/v3/directline/conversations/", (await host.ReadAsync(begun)).GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(string Token, string Conversation, string Stream)> BeginAsync(RunningHost host)
    {
        using var generated = await SendAsync(host, HttpMethod.Post, "/tokens/generate", null, new { });
        var token = (await host.ReadAsync(generated)).GetProperty("token").GetString()!;
        using var begun = await SendAsync(host, HttpMethod.Post, "/conversations", token, new { locale = "en" });
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var conversation = await host.ReadAsync(begun);
        return (token, conversation.GetProperty("conversationId").GetString()!, conversation.GetProperty("streamUrl").GetString()!);
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, HttpMethod method, string path, string? token, object? body, string root = "")
    {
        using var request = new HttpRequestMessage(method, root + Path + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await host.Client.SendAsync(request, host.Stop);
    }

    private static async Task<string> HearAsync(ClientWebSocket socket, string words, CancellationToken cancellationToken)
    {
        var heard = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!heard.ToString().Contains(words, StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, cancellationToken);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
        }

        return heard.ToString();
    }
}
