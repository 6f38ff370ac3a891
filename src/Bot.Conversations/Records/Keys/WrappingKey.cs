using System.Security.Cryptography;

namespace Bot.Conversations.Records.Keys;

/// <summary>A key that is kept outside the record and wraps the record's data key: what the setting <c>Records:Key</c> or the key's file holds.</summary>
/// <param name="key">The key itself.</param>
internal sealed class WrappingKey(byte[] key)
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int Shortest = 32;

    private const int FingerprintLength = 16;

    private readonly byte[] _wrapping = DerivedKey.Of(key, "wrapping");

    /// <summary>The key itself: what an older build used as the data key.</summary>
    public byte[] Key => key;

    /// <summary>Names the key, and tells nothing of it.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(DerivedKey.Of(key, "fingerprint").AsSpan(0, FingerprintLength));

    /// <summary>Reads a key as settings and files hold it.</summary>
    /// <returns><see langword="null"/> when it is none.</returns>
    public static WrappingKey? TryRead(string base64)
    {
        var text = base64.Trim();
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= Shortest ? new(bytes[..length]) : null;
    }

    /// <summary>Encrypts the data key.</summary>
    public byte[] Wrap(byte[] dataKey) => SealedBytes.Seal(_wrapping, dataKey);

    /// <summary>Decrypts what <see cref="Wrap"/> made.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        try
        {
            return SealedBytes.Open(_wrapping, wrapped);
        }
        catch (CryptographicException)
        {
            throw new InvalidDataException("The record's data key is damaged (table key_wraps): restore the record from a backup, as docs/operating.md describes.");
        }
    }
}
