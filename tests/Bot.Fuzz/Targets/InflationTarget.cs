using System.IO.Compression;
using System.Text;
using Bot.Discord.Gateway;
using Bot.Fuzz.Running;

namespace Bot.Fuzz.Targets;

/// <summary>The gateway's compressed messages: bytes of a zlib stream that others may have written.</summary>
internal sealed class InflationTarget : IFuzzTarget
{
    private static readonly byte[] Flush = [0x00, 0x00, 0xff, 0xff];

    public string Name => "inflation";

    public string Promise => "A message, InvalidDataException or IOException, as its caller takes for a lost connection; never more than the limit.";

    public IReadOnlyList<byte[]> Seeds { get; } = [Compressed("""{"op":10,"d":{"heartbeat_interval":41250}}"""), Compressed(new string('a', 60_000))];

    public IReadOnlyList<string> Words { get; } = ["\u0078\u009c", "aaaa"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        using var inflation = new Inflation();
        try
        {
            var first = inflation.Inflate(input);
            var second = inflation.Inflate(Flush);
            BrokenPromiseException.Unless(first.Length <= Inflation.MostBytes && second.Length <= Inflation.MostBytes, "A message over the limit.");
            return new($"{Texts.Size(first.Length)} {second.Length}");
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return new("invalid");
        }
    }

    private static byte[] Compressed(string text)
    {
        using var into = new MemoryStream();
        using var zlib = new ZLibStream(into, CompressionLevel.Optimal);
        zlib.Write(Encoding.UTF8.GetBytes(text));
        zlib.Flush();
        return into.ToArray();
    }
}
