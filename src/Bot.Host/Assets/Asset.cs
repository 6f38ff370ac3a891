using System.IO.Compression;

namespace Bot.Host.Assets;

/// <summary>A file that pages load, as it goes over the wire.</summary>
/// <param name="Type">Its content type.</param>
/// <param name="Gzip">Its bytes in gzip.</param>
/// <param name="Brotli">Its bytes in brotli.</param>
internal sealed record Asset(string Type, byte[] Gzip, byte[] Brotli)
{
    /// <summary>A file that is part of the program, compressed here.</summary>
    public static Asset Of(string type, byte[] bytes) => new(
        type,
        Packed(bytes, into => new GZipStream(into, CompressionLevel.SmallestSize)),
        Packed(bytes, into => new BrotliStream(into, CompressionLevel.SmallestSize)));

    /// <summary>Its bytes for those who take neither.</summary>
    public byte[] Plain()
    {
        using var packed = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packing)
    {
        using var into = new MemoryStream();
        using (var pack = packing(into))
        {
            pack.Write(bytes);
        }

        return into.ToArray();
    }
}
