using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Conversations.Records;

/// <summary>Names a turn in addresses and delivery keys: 22 characters of <c>A-Z a-z 0-9 _ -</c> that nobody guesses.</summary>
/// <param name="Value">Its value, a version 7 UUID.</param>
public readonly record struct TurnId(Guid Value)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TurnId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        var read = text is { Length: 22 } && Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == 16;
        id = read ? new(new Guid(bytes, bigEndian: true)) : default;
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(Value.ToByteArray(bigEndian: true));
}
