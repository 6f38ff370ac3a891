using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Fuzz.Mutating;
using Bot.Fuzz.Running;

namespace Bot.Fuzz.Targets;

/// <summary>The whole host on loopback, by raw bytes over a socket: the server, every endpoint, and all that reads behind them.</summary>
internal sealed partial class HostTarget : IFuzzTarget, IAsyncDisposable
{
    private const string Blank = "\r\n\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FuzzedHost _host = new();

    public HostTarget() => Seeds = [.. HostSeeds.Requests(_host).Select(Encoding.UTF8.GetBytes)];

    public string Name => "host";

    public string Promise => "An answer to every request, never a status of our own fault, no line in the log at the level of errors, and no word of our insides to the sender.";

    public IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<string> Words => HostSeeds.Words;

    public byte[] Mutate(byte[] input, Mutator mutator)
    {
        var text = Encoding.Latin1.GetString(input);
        var end = text.IndexOf(Blank, StringComparison.Ordinal);
        if (end < 0 || mutator.Random.Next(4) == 0)
        {
            return mutator.Mutate(input);
        }

        // Mostly the body: a head that is cut to pieces gets no farther than the server.
        var head = text[..end];
        var body = Encoding.Latin1.GetString(mutator.Mutate(Encoding.Latin1.GetBytes(text[(end + Blank.Length)..])));
        if (mutator.Random.Next(4) == 0)
        {
            head = Encoding.Latin1.GetString(mutator.Mutate(Encoding.Latin1.GetBytes(head)));
        }

        return Encoding.Latin1.GetBytes(head + Blank + body);
    }

    public async ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        _host.Errors.Clear();
        var response = await SendAsync(_host.Completed(input), cancellationToken);
        BrokenPromiseException.Unless(_host.Errors.IsEmpty, $"An error in the log: {_host.Errors.FirstOrDefault()}");
        var status = Status().Match(response) is { Success: true } match ? match.Groups[1].Value : "none";
        BrokenPromiseException.Unless(status is not ("500" or "501" or "502" or "503" or "504"), $"Our own fault: {status}");
        BrokenPromiseException.Unless(!Insides().IsMatch(response), "Our insides are shown.");
        return $"{status} {Texts.Size(response.Length)} {Encoding.Latin1.GetString(input, 0, Math.Min(12, input.Length))}";
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private async Task<string> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(_host.Address.Host, _host.Address.Port, limit.Token);
        using var response = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            await socket.SendAsync(request, SocketFlags.None, limit.Token);
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(buffer, SocketFlags.None, limit.Token) is var read and > 0)
            {
                response.Write(buffer, 0, read);
            }
        }
        catch (SocketException)
        {
            // The server may hang up on what is no HTTP.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BrokenPromiseException("No answer, and the connection stays open.");
        }

        return Encoding.Latin1.GetString(response.ToArray());
    }

    [GeneratedRegex(@"^HTTP/1\.1 (\d{3})", RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex(@"   at [A-Z]\w+\.|\w+Exception\b|/src/Bot\.|\.cs:line", RegexOptions.NonBacktracking)]
    private static partial Regex Insides();
}
