using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Security;

/// <summary>Clients that begin a request and take their time.</summary>
public sealed class SlowClientTests
{
    [Fact]
    public async Task Whoever_sends_no_end_of_a_head_or_a_body_is_hung_up_on()
    {
        await using var host = RunningHost.StartWith(Hurried, ("Web:RequestWithin", "00:00:01"), ("BotFramework:AllowAnonymousLoopback", "true"));
        string[] begun =
        [
            "",
            "GET / HT",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n",
            Begun("/api/ask", "application/json", "{\"question\":"),
            Begun("/ask", "application/x-www-form-urlencoded", "question=a"),
            Begun("/api/messages", "application/json", "{"),
            Begun("/v3/directline/tokens/generate", "application/json", "{"),
        ];

        var said = await Task.WhenAll(begun.Select(request => RawRequest.SendAsync(host, request)));

        Assert.All(said, response => Assert.True(response.Length == 0 || response.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || response.StartsWith("HTTP/1.1 504", StringComparison.Ordinal), response));

        // The server itself may complain of the connection.
        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error && line.Line.Contains(" at Bot.", StringComparison.Ordinal));
    }

    // A hundredth of the time that the server has for who connects and says nothing: without an end, that is none either.
    private static void Hurried(IServiceCollection services) => services.PostConfigure<KestrelServerOptions>(server => server.Limits.KeepAliveTimeout /= 100);

    private static string Begun(string path, string type, string body) => $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 1000\r\n\r\n{body}";
}
