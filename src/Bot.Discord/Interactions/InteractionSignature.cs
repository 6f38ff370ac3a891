using System.Buffers;
using System.Text;
using NSec.Cryptography;

namespace Bot.Discord.Interactions;

/// <summary>
/// Tells Discord's requests from all others: Ed25519 (RFC 8032) over the timestamp's characters and the body's bytes, as they came
/// (https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers).
/// </summary>
internal sealed class InteractionSignature
{
    private const int KeyLength = 32;
    private const int SignatureLength = 64;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    private readonly PublicKey _key;

    /// <param name="publicKey">The application's public key, in hexadecimal digits.</param>
    public InteractionSignature(string publicKey) => _key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey);

    /// <summary>Whether it is a public key.</summary>
    public static bool IsKey(string text) =>
        text.Length == KeyLength * 2 && text.All(char.IsAsciiHexDigit) && PublicKey.TryImport(SignatureAlgorithm.Ed25519, Convert.FromHexString(text), KeyBlobFormat.RawPublicKey, out _);

    /// <summary>Whether Discord signed it.</summary>
    /// <param name="signature">In lower-case hexadecimal digits: one text for one signature.</param>
    /// <param name="timestamp">As it came.</param>
    /// <param name="body">As it came.</param>
    public bool Signs(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        if (signature.Length != SignatureLength * 2 || signature.AsSpan().ContainsAnyExcept(Hex) || !Ascii.IsValid(timestamp))
        {
            return false;
        }

        byte[] message = [.. Encoding.ASCII.GetBytes(timestamp), .. body];
        return SignatureAlgorithm.Ed25519.Verify(_key, message, Convert.FromHexString(signature));
    }
}
