using System.Security.Cryptography;

namespace Bot.Conversations.Records.Keys;

/// <summary>Encrypted bytes that nobody can change unseen (AES-GCM): nonce, tag, cipher text.</summary>
internal static class SealedBytes
{
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    /// <summary>Encrypts.</summary>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain)
    {
        var whole = new byte[NonceLength + TagLength + plain.Length];
        var nonce = whole.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength));
        return whole;
    }

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was made with another key, or changed since.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> whole)
    {
        if (whole.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("There is nothing sealed in it.");
        }

        var plain = new byte[whole.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(whole[..NonceLength], whole[(NonceLength + TagLength)..], whole.Slice(NonceLength, TagLength), plain);
        return plain;
    }
}
