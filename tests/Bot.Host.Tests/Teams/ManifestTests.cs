using System.Text.Json.Nodes;
using Bot.Host.Teams;
using NJsonSchema;

namespace Bot.Host.Tests.Teams;

/// <summary>
/// The manifest against what version 1.22 of Microsoft's schema asks of the parts that a bot has: written anew here, from
/// https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json, and stricter where Teams is: https only, three numbers as version.
/// </summary>
public sealed class ManifestTests
{
    private const string Rules =
        """
        {
          "$schema": "http://json-schema.org/draft-04/schema#",
          "definitions": {
            "address": { "type": "string", "pattern": "^https://", "maxLength": 2048 },
            "guid": { "type": "string", "pattern": "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" },
            "picture": { "type": "string", "pattern": "^[a-z]+\\.png$" },
            "scopes": { "type": "array", "minItems": 1, "maxItems": 3, "uniqueItems": true, "items": { "enum": ["team", "personal", "groupChat", "copilot"] } },
            "line": {
              "type": "object", "additionalProperties": false, "required": ["title", "description"],
              "properties": { "title": { "type": "string", "minLength": 1, "maxLength": 128 }, "description": { "type": "string", "minLength": 1, "maxLength": 4000 } }
            }
          },
          "type": "object", "additionalProperties": false,
          "required": ["$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "bots"],
          "properties": {
            "$schema": { "enum": ["https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json"] },
            "manifestVersion": { "enum": ["1.22"] },
            "version": { "type": "string", "pattern": "^(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}$", "maxLength": 256 },
            "id": { "$ref": "#/definitions/guid" },
            "developer": {
              "type": "object", "additionalProperties": false, "required": ["name", "websiteUrl", "privacyUrl", "termsOfUseUrl"],
              "properties": {
                "name": { "type": "string", "minLength": 1, "maxLength": 32 },
                "websiteUrl": { "$ref": "#/definitions/address" }, "privacyUrl": { "$ref": "#/definitions/address" }, "termsOfUseUrl": { "$ref": "#/definitions/address" }
              }
            },
            "name": {
              "type": "object", "additionalProperties": false, "required": ["short"],
              "properties": { "short": { "type": "string", "minLength": 1, "maxLength": 30 }, "full": { "type": "string", "minLength": 1, "maxLength": 100 } }
            },
            "description": {
              "type": "object", "additionalProperties": false, "required": ["short", "full"],
              "properties": { "short": { "type": "string", "minLength": 1, "maxLength": 80 }, "full": { "type": "string", "minLength": 1, "maxLength": 4000 } }
            },
            "icons": {
              "type": "object", "additionalProperties": false, "required": ["outline", "color"],
              "properties": { "outline": { "$ref": "#/definitions/picture" }, "color": { "$ref": "#/definitions/picture" } }
            },
            "accentColor": { "type": "string", "pattern": "^#[0-9a-fA-F]{6}$" },
            "bots": {
              "type": "array", "minItems": 1, "maxItems": 1,
              "items": {
                "type": "object", "additionalProperties": false, "required": ["botId", "scopes"],
                "properties": {
                  "botId": { "$ref": "#/definitions/guid" }, "scopes": { "$ref": "#/definitions/scopes" },
                  "supportsFiles": { "type": "boolean" }, "isNotificationOnly": { "type": "boolean" },
                  "commandLists": {
                    "type": "array", "maxItems": 3,
                    "items": {
                      "type": "object", "additionalProperties": false, "required": ["scopes", "commands"],
                      "properties": { "scopes": { "$ref": "#/definitions/scopes" }, "commands": { "type": "array", "maxItems": 10, "items": { "$ref": "#/definitions/line" } } }
                    }
                  }
                }
              }
            },
            "validDomains": { "type": "array", "maxItems": 16, "items": { "type": "string", "maxLength": 2048 } }
          }
        }
        """;

    public static TheoryData<string, string> Faults => new()
    {
        { "id", "\"7\"" },
        { "version", "\"1.0\"" },
        { "accentColor", "\"blue\"" },
        { "developer", """{ "name": "D", "websiteUrl": "http://x.example", "privacyUrl": "https://x.example/p", "termsOfUseUrl": "https://x.example/t" }""" },
        { "developer", """{ "name": "D", "websiteUrl": "https://x.example", "privacyUrl": "https://x.example/p" }""" },
        { "bots", """[{ "botId": "11111111-2222-3333-4444-555555555555", "scopes": ["groupchat"] }]""" },
        { "bots", """[{ "botId": "11111111-2222-3333-4444-555555555555", "scopes": ["team"], "unknown": 1 }]""" },
        { "extra", "1" },
    };

    [Fact]
    public async Task It_is_what_the_schema_asks() => Assert.Empty(await FaultsOfAsync(Manifest()));

    // Else the rules above would prove nothing.
    [Theory, MemberData(nameof(Faults))]
    public async Task The_rules_find_a_fault(string part, string fault)
    {
        var manifest = Manifest();
        manifest[part] = JsonNode.Parse(fault);
        Assert.NotEmpty(await FaultsOfAsync(manifest));
    }

    private static JsonObject Manifest() =>
        TeamsPackage.Manifest("11111111-2222-3333-4444-555555555555", "https://bot.example.org/b", new string('n', 30), new string('d', 32), "1.0.0");

    private static async Task<IEnumerable<string>> FaultsOfAsync(JsonObject manifest)
    {
        var rules = await JsonSchema.FromJsonAsync(Rules, TestContext.Current.CancellationToken);
        return rules.Validate(manifest.ToJsonString()).Select(fault => fault.ToString());
    }
}
