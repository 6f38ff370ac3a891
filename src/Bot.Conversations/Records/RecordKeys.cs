using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Bot.Conversations.Records;

/// <summary>Hashes who asked and encrypts where answers go, with a key that is not in the database.</summary>
internal sealed class RecordKeys
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int KeyLength = 32;

    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _key;
    private readonly byte[] _hashing;
    private readonly byte[] _sealing;

    /// <exception cref="InvalidDataException">The key's file cannot be read or made, or holds no key.</exception>
    public RecordKeys(IOptions<RecordOptions> options)
    {
        _key = string.IsNullOrWhiteSpace(options.Value.Key) ? OfFile(options.Value.Path + ".key") : Convert.FromBase64String(options.Value.Key.Trim());
        _hashing = Derive(_key, "askers");
        _sealing = Derive(_key, "addresses");
    }

    /// <summary>A key for what a channel signs itself.</summary>
    public byte[] For(string purpose) => Derive(_key, "channels/" + purpose);

    /// <summary>The stored name of an asker.</summary>
    public string Asker(string channel, string asker) => Hash("asker", channel, asker);

    /// <summary>The stored name of a conversation.</summary>
    public string Conversation(string channel, string conversation) => Hash("conversation", channel, conversation);

    /// <summary>Encrypts: nonce, tag, cipher text.</summary>
    public byte[] Seal(string address)
    {
        var plain = Encoding.UTF8.GetBytes(address);
        var whole = new byte[NonceLength + TagLength + plain.Length];
        var nonce = whole.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_sealing, TagLength);
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength));
        return whole;
    }

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">It was made with another key.</exception>
    public string Open(byte[] whole)
    {
        var plain = new byte[whole.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(_sealing, TagLength);
        cipher.Decrypt(whole.AsSpan(0, NonceLength), whole.AsSpan(NonceLength + TagLength), whole.AsSpan(NonceLength, TagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }

    private string Hash(string kind, string channel, string name) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_hashing, Encoding.UTF8.GetBytes($"{kind}\n{channel}\n{name}")));

    private static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyLength, info: Encoding.UTF8.GetBytes("bot/" + purpose));

    private static byte[] OfFile(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            return Convert.FromBase64String(File.ReadAllText(path).Trim());
        }
        catch (FormatException)
        {
            throw new InvalidDataException($"'{path}' is no key (it is not shown here): put back the file that was made with the record, or set Records:Key.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The record's key '{path}' can be neither read nor made: let Bot write in its folder, or name another record with Records:Path.", error);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new StreamWriter(fresh, Encoding.ASCII, options))
        {
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)));
        }

        try
        {
            // Whole or not at all, and the first of two processes wins.
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
