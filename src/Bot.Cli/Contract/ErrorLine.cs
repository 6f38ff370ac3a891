using System.Text.Json;

namespace Bot.Cli.Contract;

/// <summary>A line out in place of an answer: the line in could not be read or answered.</summary>
internal sealed record ErrorLine(JsonElement? Id, string Error);
