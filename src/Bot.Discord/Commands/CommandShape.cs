using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Discord.Commands;

/// <summary>
/// Whether commands as Discord has them are those that Bot means
/// (https://discord.com/developers/docs/interactions/application-commands#application-command-object): Discord adds numbers and names of its own, writes
/// defaults out or leaves them away, and keeps no order of commands.
/// </summary>
internal static class CommandShape
{
    /// <summary>All that can be set; what else Discord says is its own.</summary>
    public static readonly FrozenSet<string> Settable = FrozenSet.Create(
        StringComparer.Ordinal,
        "type", "name", "name_localizations", "description", "description_localizations", "options", "default_member_permissions", "nsfw", "integration_types", "contexts", "handler",
        "required", "choices", "value", "channel_types", "min_value", "max_value", "min_length", "max_length", "autocomplete");

    private static readonly FrozenSet<string> Sets = FrozenSet.Create(StringComparer.Ordinal, "integration_types", "contexts", "channel_types");
    private static readonly FrozenSet<string> Translations = FrozenSet.Create(StringComparer.Ordinal, "name_localizations", "description_localizations");

    // What Discord takes where nothing is said, as it is compared.
    private static readonly FrozenSet<(string Name, string Value)> Defaults = FrozenSet.Create<(string Name, string Value)>(
        ("nsfw", "false"), ("required", "false"), ("autocomplete", "false"), ("min_length", "0"), ("max_length", "6000"), ("integration_types", "[0]"), ("contexts", "[0,1,2]"), ("handler", "1"));

    /// <summary>Whether they are the same.</summary>
    /// <param name="ours">As they are to be, a list.</param>
    /// <param name="theirs">As Discord has them, with translations.</param>
    public static bool AreSame(JsonElement ours, JsonElement theirs) =>
        theirs.ValueKind == JsonValueKind.Array && Of(ours, all: true).SequenceEqual(Of(theirs, all: false), StringComparer.Ordinal);

    private static IEnumerable<string> Of(JsonElement commands, bool all) => commands.EnumerateArray().Select(command => OfCommand(command, all)).Order(StringComparer.Ordinal);

    private static string OfCommand(JsonElement command, bool all)
    {
        var shape = OfObject(command, all);
        var type = shape["type"]?.ToJsonString() ?? "1";
        shape.Remove("type");
        return $"{type} {shape.ToJsonString()}";
    }

    private static JsonObject OfObject(JsonElement json, bool all)
    {
        var shape = new JsonObject();
        foreach (var property in json.EnumerateObject().Where(property => all || Settable.Contains(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (OfValue(property.Name, property.Value, all) is { } value && !Defaults.Contains((property.Name, value.ToJsonString())))
            {
                shape[property.Name] = value;
            }
        }

        return shape;
    }

    // Null for what is as good as not said.
    private static JsonNode? OfValue(string name, JsonElement value, bool all) => value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number when name == "default_member_permissions" => JsonNode.Parse($"\"{value}\""),
        JsonValueKind.Object when !value.EnumerateObject().Any() => null,
        JsonValueKind.Object when Translations.Contains(name) => new JsonObject(value.EnumerateObject().OrderBy(word => word.Name, StringComparer.Ordinal).Select(word => KeyValuePair.Create(word.Name, JsonNode.Parse(word.Value.GetRawText())))),
        JsonValueKind.Object => OfObject(value, all),
        JsonValueKind.Array when value.GetArrayLength() == 0 => null,
        JsonValueKind.Array when Sets.Contains(name) => new JsonArray([.. value.EnumerateArray().Select(number => number.GetInt32()).Order().Select(number => (JsonNode)number)]),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? OfObject(item, all) : JsonNode.Parse(item.GetRawText()))]),
        JsonValueKind.String when name != "value" && value.GetString()!.Length == 0 => null,
        JsonValueKind.Number => OfNumber(value),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };

    // 4 and 4.0 are one number.
    private static JsonNode OfNumber(JsonElement value) =>
        value.TryGetDecimal(out var number) ? JsonNode.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture))! : JsonNode.Parse(value.GetRawText())!;
}
