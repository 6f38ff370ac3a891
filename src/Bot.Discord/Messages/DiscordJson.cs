using System.Text.Json.Serialization;

namespace Bot.Discord.Messages;

/// <summary>What is sent to Discord, as JSON with Discord's names.</summary>
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(DirectMessage))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(IReadOnlyList<Choice>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class DiscordJson : JsonSerializerContext;
