using System.Text.Json;

namespace Bot.Discord.Messages;

/// <summary>What is asked of JSON that others wrote, whatever its shape: what is not as it should be is not there.</summary>
internal static class JsonParts
{
    /// <summary>What stands below names; <see langword="null"/> when nothing does.</summary>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        try
        {
            foreach (var name in path)
            {
                if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                {
                    return null;
                }
            }

            return json;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is half a surrogate pair.
            return null;
        }
    }

    /// <summary>A text; empty for anything else, also for half a surrogate pair, which JSON may name, and for bytes that are no UTF-8.</summary>
    public static string Words(this JsonElement? json)
    {
        try
        {
            return json is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>A text below names; empty for anything else.</summary>
    public static string Words(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path).Words();

    /// <summary>A whole number; <see langword="null"/> for anything else.</summary>
    public static long? Whole(this JsonElement? json) => json is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    /// <summary>The members of a list; none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? json) => json is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
