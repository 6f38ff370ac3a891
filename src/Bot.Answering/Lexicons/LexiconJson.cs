using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Answering.Lexicons;

/// <summary>Reads the lexicons' files. It is generated, as it would else be put together and compiled at each start.</summary>
[JsonSerializable(typeof(LexiconData))]
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip)]
internal sealed partial class LexiconJson : JsonSerializerContext;
