using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using Lucene.Net.Codecs;
using Lucene.Net.Index;

namespace Bot.Knowledge.Keeping;

/// <summary>
/// Checks the checksums that Lucene ends its files with (<c>CodecUtil.WriteFooter</c>: a mark, the algorithm 0, and CRC-32 of all that stands
/// before). Lucene's own check takes several times as long.
/// </summary>
internal static class IndexChecksums
{
    private const int Footer = 16;
    private const int Checksum = 8;
    private const int Portion = 1 << 17;

    /// <summary>Checks all files of an index.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="files">Their names.</param>
    /// <exception cref="CorruptIndexException">One of them is not as it was written.</exception>
    /// <exception cref="IOException">One of them cannot be read.</exception>
    public static void Check(string folder, IEnumerable<string> files)
    {
        if (files.AsParallel().FirstOrDefault(file => !IsWhole(Path.Combine(folder, file))) is { } broken)
        {
            throw new CorruptIndexException($"'{broken}' is not as it was written.");
        }
    }

    private static bool IsWhole(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        if (length < Footer)
        {
            return false;
        }

        Span<byte> footer = stackalloc byte[Footer];
        var crc = new Crc32();
        var portion = ArrayPool<byte>.Shared.Rent(Portion);
        try
        {
            for (var at = 0L; at < length - Checksum;)
            {
                var read = RandomAccess.Read(file, portion.AsSpan(0, (int)Math.Min(Portion, length - Checksum - at)), at);
                if (read == 0)
                {
                    return false;
                }

                crc.Append(portion.AsSpan(0, read));
                at += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }

        return RandomAccess.Read(file, footer, length - Footer) == Footer
            && BinaryPrimitives.ReadInt32BigEndian(footer) == CodecUtil.FOOTER_MAGIC
            && BinaryPrimitives.ReadInt32BigEndian(footer[4..]) == 0
            && BinaryPrimitives.ReadInt64BigEndian(footer[Checksum..]) == crc.GetCurrentHashAsUInt32();
    }
}
