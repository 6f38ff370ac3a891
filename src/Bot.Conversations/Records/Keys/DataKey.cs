using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Conversations.Records.Keys;

/// <summary>The one key of a record for as long as it is kept: hashes who asked, encrypts where answers go, and makes the keys of channels.</summary>
internal sealed class DataKey
{
    private readonly byte[] _key;
    private readonly byte[] _hashing;
    private readonly byte[] _sealing;

    public DataKey(byte[] key)
    {
        _key = key;
        _hashing = DerivedKey.Of(key, "askers");
        _sealing = DerivedKey.Of(key, "addresses");
    }

    /// <summary>A key for what a channel signs itself.</summary>
    public byte[] For(string purpose) => DerivedKey.Of(_key, "channels/" + purpose);

    /// <summary>The stored name of an asker.</summary>
    public string Asker(string channel, string asker) => Hash("asker", channel, asker);

    /// <summary>The stored name of a conversation.</summary>
    public string Conversation(string channel, string conversation) => Hash("conversation", channel, conversation);

    /// <summary>Encrypts an address.</summary>
    public byte[] Seal(string address) => SealedBytes.Seal(_sealing, Encoding.UTF8.GetBytes(address));

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was made with another key.</exception>
    public string Open(byte[] address) => Encoding.UTF8.GetString(SealedBytes.Open(_sealing, address));

    /// <summary>Whether an address was made with this key.</summary>
    public bool Opens(byte[] address)
    {
        try
        {
            SealedBytes.Open(_sealing, address);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private string Hash(string kind, string channel, string name) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_hashing, Encoding.UTF8.GetBytes($"{kind}\n{channel}\n{name}")));
}
