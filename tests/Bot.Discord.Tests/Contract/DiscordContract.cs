using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Bot.Discord.Tests.Contract;

/// <summary>Discord's own description of its API, if it is at hand, with every object closed: a name that Discord does not know is a fault.</summary>
internal sealed partial class DiscordContract
{
    private const string Path = "../shared/discord/openapi.json";

    private static readonly Lazy<DiscordContract?> Found = new(Load);

    private readonly JsonObject _schemas;
    private readonly JsonObject _paths;
    private readonly ConcurrentDictionary<string, Task<JsonSchema>> _parsed = new(StringComparer.Ordinal);

    private DiscordContract(JsonObject document) =>
        (_schemas, _paths) = (document["components"]!["schemas"]!.AsObject(), document["paths"]!.AsObject());

    /// <summary>The contract, if it is at hand.</summary>
    public static DiscordContract? IfHere => Found.Value;

    /// <summary>What is wrong with a body.</summary>
    /// <param name="schema">The schema's name in the description.</param>
    /// <param name="json">The body.</param>
    public async Task<string[]> FaultsAsync(string schema, string json)
    {
        var parsed = await _parsed.GetOrAdd(schema, ParseAsync);
        return [.. parsed.Validate(json).Select(fault => $"{fault.Kind} at {fault.Path}")];
    }

    /// <summary>What is wrong with a request: its path, its query, its method, its body.</summary>
    public async Task<string[]> FaultsAsync(string method, string target, string body)
    {
        var (path, query) = target.Split('?') is [var before, var after] ? (before, after) : (target, "");
        var known = _paths.FirstOrDefault(known => Matches(known.Key, path)).Value;
        var operation = known?[method.ToLowerInvariant()];
        if (operation is null)
        {
            return [$"{method} {path} is unknown"];
        }

        string[] asked = [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')[0])];
        if (asked.Except(Queries(known!).Concat(Queries(operation))).FirstOrDefault() is { } unknown)
        {
            return [$"{method} {path} knows no {unknown}"];
        }

        if (operation["requestBody"]?["content"]?["application/json"]?["schema"]?["items"]?["$ref"] is { } item)
        {
            var each = await Task.WhenAll(JsonNode.Parse(body)!.AsArray().Select(one => FaultsAsync(((string)item!).Split('/')[^1], one!.ToJsonString())));
            return [.. each.SelectMany(faults => faults)];
        }

        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        IEnumerable<JsonNode?> forms = schema?["anyOf"] is JsonArray any ? any : new[] { schema };
        string[] names = [.. forms.Select(one => (string?)one?["$ref"]).OfType<string>().Select(reference => reference.Split('/')[^1])];
        if (names.Length == 0)
        {
            return body.Length == 0 ? [] : [$"{method} {path} takes no body that is described"];
        }

        var faults = await Task.WhenAll(names.Select(name => FaultsAsync(name, body)));
        return faults.Any(found => found.Length == 0) ? [] : faults.MinBy(found => found.Length)!;
    }

    private static IEnumerable<string> Queries(JsonNode operation) =>
        operation["parameters"]?.AsArray().Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => (string)parameter!["name"]!) ?? [];

    private static bool Matches(string template, string path)
    {
        var (known, asked) = (template.Split('/'), path.Split('/'));
        return known.Length == asked.Length && known.Zip(asked).All(part => part.First == part.Second || (part.First.StartsWith('{') && !part.Second.StartsWith('@')));
    }

    private static DiscordContract? Load()
    {
        var file = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot.Find(), Path));
        return File.Exists(file) ? new(JsonNode.Parse(File.ReadAllText(file))!.AsObject()) : null;
    }

    private Task<JsonSchema> ParseAsync(string schema)
    {
        var reached = new JsonObject();
        Reach(schema, reached);
        return JsonSchema.FromJsonAsync(new JsonObject { ["$ref"] = $"#/definitions/{schema}", ["definitions"] = reached }.ToJsonString());
    }

    private void Reach(string schema, JsonObject reached)
    {
        if (reached.ContainsKey(schema))
        {
            return;
        }

        var closed = _schemas[schema]!.DeepClone();
        reached[schema] = closed;
        Close(closed, reached);
    }

    private void Close(JsonNode? node, JsonObject reached)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Close(item, reached);
                }

                break;
            case JsonObject thing:
                if (thing["properties"] is JsonObject && thing["additionalProperties"] is null)
                {
                    thing["additionalProperties"] = false;
                }

                // It is described as a number here and as digits in the documentation and in all answers.
                if (thing["properties"]?["default_member_permissions"] is JsonObject)
                {
                    thing["properties"]!["default_member_permissions"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["pattern"] = "^[0-9]+$" };
                }

                if (thing["const"] is { } only)
                {
                    thing.Remove("const");
                    thing["enum"] = new JsonArray(only.DeepClone());
                }

                if (thing["$ref"] is JsonValue reference)
                {
                    var name = ((string)reference!).Split('/')[^1];
                    thing["$ref"] = $"#/definitions/{name}";
                    Reach(name, reached);
                }

                foreach (var (_, child) in thing.ToArray())
                {
                    Close(child, reached);
                }

                break;
            default:
                break;
        }
    }
}
