using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Evaluation.Cases.Reading;

namespace Bot.Evaluation.Cases;

/// <summary>The JSON Schema of files of cases, by which editors complete and check what is typed; published as <c>docs/cases.schema.json</c>.</summary>
/// <seealso href="https://json-schema.org/draft-07/json-schema-release-notes"/>
public static class CaseSchema
{
    private const string Column = "column";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema, as it is published.</summary>
    public static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Cases of Bot",
            ["anyOf"] = new JsonArray(
                List(Ref("case"), "Cases, with nothing in common."),
                Fields(CaseField.OfFile, [CaseField.Cases.Name])),
            ["definitions"] = new JsonObject
            {
                ["case"] = Fields(CaseField.OfCase, [CaseField.Question.Name]),
                ["defaults"] = Fields(CaseField.OfDefaults, []),
                ["assertion"] = Assertion(),
                ["turn"] = Turn(),
                ["reply"] = Fields(CaseField.OfReply, [CaseField.Reply.Name]),
                ["text"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = @"\S" },
                [Column] = new JsonObject { ["type"] = "string", ["pattern"] = @"^\{\{[^{}]+\}\}$", ["description"] = "A column of the case's table." },
            },
        };
        return schema.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Fields(ImmutableArray<CaseField> fields, string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, Value(field.Form, field.Meaning)))),
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Assertion() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(AssertionKind.All.SelectMany(kind => new[]
        {
            KeyValuePair.Create<string, JsonNode?>(kind.Name, Value(kind.Form, kind.Meaning)),
            KeyValuePair.Create<string, JsonNode?>(Cases.Assertion.Not + kind.Name, Value(kind.Form, $"Not so: {kind.Meaning}")),
        })),
        ["minProperties"] = 1,
        ["additionalProperties"] = false,
    };

    private static JsonObject Turn() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [HistoryReader.Reader] = Value(ValueForm.Text, "What the reader asked."),
            [HistoryReader.Answerer] = Value(ValueForm.Text, "What Bot answered."),
        },
        ["minProperties"] = 1,
        ["additionalProperties"] = false,
    };

    private static JsonObject Value(ValueForm form, string meaning) => form switch
    {
        ValueForm.Flag => Filled(new() { ["type"] = "boolean" }, meaning),
        ValueForm.Count => Filled(new() { ["type"] = "integer", ["minimum"] = 0 }, meaning),
        ValueForm.Positive => Filled(new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = ValueReader.MostRepeats }, meaning),
        ValueForm.Share => Filled(new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = 1 }, meaning),
        ValueForm.Outcome => Filled(new() { ["enum"] = new JsonArray([.. ValueReader.OutcomeNames.Select(name => JsonValue.Create(name))]) }, meaning),
        ValueForm.Date => Filled(new() { ["type"] = "string", ["pattern"] = ValueReader.Day().ToString() }, meaning),
        ValueForm.Language => Filled(new() { ["type"] = "string", ["pattern"] = ValueReader.Tag().ToString() }, meaning),
        ValueForm.Texts or ValueForm.Regex => OneOrMany(Ref("text"), meaning),
        ValueForm.Replies => OneOrMany(new() { ["anyOf"] = new JsonArray(Ref("text"), Ref("reply")) }, meaning),
        ValueForm.History => List(Ref("turn"), meaning),
        ValueForm.Assertions => List(Ref("assertion"), meaning),
        ValueForm.Cases => List(Ref("case"), meaning),
        ValueForm.Case => Described(Ref("defaults"), meaning),
        _ => Described(Ref("text"), meaning),
    };

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonObject List(JsonObject items, string meaning) => new()
    {
        ["type"] = "array",
        ["items"] = items,
        ["minItems"] = 1,
        ["description"] = meaning,
    };

    private static JsonObject OneOrMany(JsonObject item, string meaning) => new()
    {
        ["anyOf"] = new JsonArray(item.DeepClone(), List(item, meaning)),
        ["description"] = meaning,
    };

    private static JsonObject Filled(JsonObject value, string meaning) => new() { ["anyOf"] = new JsonArray(value, Ref(Column)), ["description"] = meaning };

    // Beside "$ref" nothing counts.
    private static JsonObject Described(JsonObject value, string meaning) => new() { ["allOf"] = new JsonArray(value), ["description"] = meaning };
}
