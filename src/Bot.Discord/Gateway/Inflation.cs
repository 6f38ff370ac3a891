using System.IO.Compression;

namespace Bot.Discord.Gateway;

/// <summary>
/// Inflates a connection's messages, which share one zlib context (https://discord.com/developers/docs/events/gateway#transport-compression):
/// each ends with a sync flush.
/// </summary>
internal sealed class Inflation : IDisposable
{
    /// <summary>The largest message; what is larger is no message of Discord's.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private readonly Feed _feed = new();
    private readonly ZLibStream _zlib;

    public Inflation() => _zlib = new(_feed, CompressionMode.Decompress);

    /// <summary>Whether a whole message is there.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xff, 0xff]);

    /// <summary>Inflates a whole message.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="IOException">It is none, as the library may say it too.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> compressed)
    {
        _feed.Next = compressed;
        using var inflated = new MemoryStream();
        var buffer = new byte[32 * 1024];
        while (_zlib.Read(buffer, 0, buffer.Length) is var read and > 0)
        {
            inflated.Write(buffer, 0, read);
            if (inflated.Length > MostBytes)
            {
                throw new InvalidDataException("A message is too large.");
            }
        }

        return inflated.ToArray();
    }

    public void Dispose() => _zlib.Dispose();

    /// <summary>What is to be inflated next; its end is only the end for now.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Next { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Next.Length);
            Next.Span[..count].CopyTo(buffer);
            Next = Next[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
