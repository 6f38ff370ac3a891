using System.Net.Sockets;
using System.Text;

namespace Bot.Host.Tests.Security;

/// <summary>Bytes over a socket, as nobody's client sends them.</summary>
internal static class RawRequest
{
    /// <summary>Sends them and reads until the host hangs up.</summary>
    public static async Task<string> SendAsync(RunningHost host, string request)
    {
        using var client = await ConnectAsync(host, request);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        try
        {
            return await reader.ReadToEndAsync(host.Stop);
        }
        catch (IOException)
        {
            // It was reset: nobody answers that.
            return "";
        }
    }

    /// <summary>Sends them and stays.</summary>
    public static async Task<TcpClient> ConnectAsync(RunningHost host, string request)
    {
        var client = new TcpClient();
        await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, host.Stop);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), host.Stop);
        return client;
    }

    /// <summary>Asks for a path letter for letter.</summary>
    public static Task<string> GetAsync(RunningHost host, string path) => SendAsync(host, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
}
