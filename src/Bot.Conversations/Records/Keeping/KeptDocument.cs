using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Conversations.Records.Rows;

namespace Bot.Conversations.Records.Keeping;

/// <summary>A document with its key, ready to be written down.</summary>
/// <param name="Key">What it is, and the hash of what it says, or a name of its own.</param>
/// <param name="Compressed">JSON, compressed with Brotli.</param>
internal sealed record KeptDocument(string Key, byte[] Compressed)
{
    /// <summary>A document named by what it says.</summary>
    public static KeptDocument Of<T>(string kind, T content)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(content);
        return new($"{kind}/{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}", Compress(json));
    }

    /// <summary>A document with a name of its own.</summary>
    public static KeptDocument Named<T>(string key, T content) => new(key, Compress(JsonSerializer.SerializeToUtf8Bytes(content)));

    public static T Read<T>(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli)!;
    }

    public KeptRow Row(DateTimeOffset seen) => new() { Key = Key, Document = Compressed, Seen = seen };

    private static byte[] Compress(byte[] json)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return bytes.ToArray();
    }
}
