using System.Security.Cryptography;
using System.Text;

namespace Bot.Conversations.Records.Keys;

/// <summary>Keys made of another key (HKDF, https://www.rfc-editor.org/rfc/rfc5869): those for different purposes tell nothing of each other, nor of it.</summary>
internal static class DerivedKey
{
    /// <summary>The length of all keys that are made here, in bytes.</summary>
    public const int Length = 32;

    /// <summary>The key for a purpose.</summary>
    public static byte[] Of(byte[] key, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: Encoding.UTF8.GetBytes("bot/" + purpose));
}
