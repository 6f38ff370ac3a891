using System.Text.Json;
using System.Text.Unicode;

namespace Bot.BotFramework.Activities;

/// <summary>
/// JSON may name half a surrogate pair (https://www.rfc-editor.org/rfc/rfc8259#section-8.2), and hold bytes that are no UTF-8 where nobody looks. What
/// is kept of an activity as it came would then fail wherever it is read or written later.
/// </summary>
internal static class WellFormedText
{
    /// <exception cref="MalformedActivityException">A text of it is none.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            throw new MalformedActivityException("The body is not UTF-8: send it as UTF-8.");
        }

        // Only escaped ones are left, and few bodies have any.
        if (json.IndexOf("\\u"u8) >= 0)
        {
            CheckEscaped(json);
        }
    }

    private static void CheckEscaped(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
            {
                throw new MalformedActivityException($"The body is no text: what ends at byte {reader.BytesConsumed} holds half a surrogate pair. Send whole characters.");
            }
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
