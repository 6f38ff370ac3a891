using System.Text;
using Bot.Discord.Interactions;
using Bot.Fuzz.Mutating;
using Bot.Fuzz.Running;
using NSec.Cryptography;

namespace Bot.Fuzz.Targets;

/// <summary>The check of who signed an interaction. An input is three lines: the signature, the time, the body.</summary>
internal sealed class SignatureTarget : IFuzzTarget, IDisposable
{
    private readonly Key _key = Key.Import(SignatureAlgorithm.Ed25519, [.. Enumerable.Range(1, 32).Select(number => (byte)number)], KeyBlobFormat.RawPrivateKey);
    private readonly InteractionSignature _signature;
    private readonly HashSet<string> _signed;

    public SignatureTarget()
    {
        _signature = new(Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)));
        Seeds = [Signed("1764064800", """{"type":1}"""), Signed("1764064801", """{"type":2,"data":{"name":"ask"}}"""), Signed("", "")];
        _signed = [.. Seeds.Select(Encoding.Latin1.GetString)];
    }

    public string Name => "signature";

    public string Promise => "Only what the key signed is taken, to the byte; nothing throws.";

    public IReadOnlyList<byte[]> Seeds { get; }

    public IReadOnlyList<string> Words { get; } = ["\n", "0", "f", "00", "ED", "1764064800", "{\"type\":1}"];

    public byte[] Mutate(byte[] input, Mutator mutator)
    {
        // A word put in nearly always breaks the form; one bit is the better attack.
        if (mutator.Random.Next(2) == 0)
        {
            return mutator.Mutate(input);
        }

        byte[] changed = [.. input];
        var at = mutator.Random.Next(changed.Length);
        changed[at] = at < 128 ? (byte)"0123456789abcdefABCDEF"[mutator.Random.Next(22)] : (byte)(changed[at] ^ (1 << mutator.Random.Next(8)));
        return changed;
    }

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        var text = Encoding.Latin1.GetString(input);
        var parts = text.Split('\n', 3);
        if (parts.Length < 3)
        {
            return new("form");
        }

        var signs = _signature.Signs(parts[0], parts[1], Encoding.Latin1.GetBytes(parts[2]));

        // The time and the body are signed as one run of bytes: where one ends is the endpoint's to say, which takes digits only for a time.
        BrokenPromiseException.Unless(!signs || _signed.Any(known => known.Split('\n', 3) is var own && own[0] == parts[0] && own[1] + own[2] == parts[1] + parts[2]), "What nobody signed is taken.");
        BrokenPromiseException.Unless(signs || !_signed.Contains(text), "What was signed is not taken.");
        _ = InteractionSignature.IsKey(parts[0]);
        return new($"{signs} {parts[0].Length == 128} {parts[1].Length is > 0 and < 12}");
    }

    public void Dispose() => _key.Dispose();

    private byte[] Signed(string time, string body) => Encoding.UTF8.GetBytes(
        $"{Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(time + body)))}\n{time}\n{body}");
}
