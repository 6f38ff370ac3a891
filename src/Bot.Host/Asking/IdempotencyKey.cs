using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Answering.Contract;

namespace Bot.Host.Asking;

/// <summary>The name an asker gives to one question, so that asking it again does not answer it again, and taking it back is possible.</summary>
/// <param name="Value">As the asker sends it.</param>
internal sealed record IdempotencyKey(string Value)
{
    public const string Header = "Idempotency-Key";

    private const int Shortest = 16;
    private const int Longest = 200;
    private const int MadeBytes = 18;

    /// <summary>What the record calls the question. The key itself is as good as a password for it, and is not kept.</summary>
    public string EventId => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    /// <summary>The request's key; <see langword="null"/> when it has none.</summary>
    /// <exception cref="ContractException">It has one that is not usable.</exception>
    public static IdempotencyKey? Of(HttpRequest request) => request.Headers[Header] switch
    {
        [] => null,
        [{ } value] => Read(value, $"The header {Header}"),
        _ => throw Unusable($"The header {Header}"),
    };

    /// <summary>Reads a key.</summary>
    /// <param name="value">What was sent.</param>
    /// <param name="name">Where, for the error.</param>
    /// <exception cref="ContractException">It is not usable.</exception>
    public static IdempotencyKey Read(string value, string name) =>
        value.Length is >= Shortest and <= Longest && value.All(c => c is > ' ' and <= '~') ? new(value) : throw Unusable(name);

    /// <summary>A key for an asker who brought none.</summary>
    public static IdempotencyKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MadeBytes)));

    private static ContractException Unusable(string name) =>
        new($"{name} is not usable: send one of {Shortest} to {Longest} visible ASCII characters that nobody guesses, such as a UUID.");

    public override string ToString() => "(not shown)";
}
