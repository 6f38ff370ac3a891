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
        [{ Length: >= Shortest and <= Longest } value] when value.All(c => c is > ' ' and <= '~') => new(value),
        _ => throw new ContractException($"The header {Header} is not usable: send one of {Shortest} to {Longest} visible ASCII characters that nobody guesses, such as a UUID."),
    };

    /// <summary>A key for an asker who brought none.</summary>
    public static IdempotencyKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MadeBytes)));

    public override string ToString() => "(not shown)";
}
