using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Contract;

namespace Bot.Cli.Contract;

/// <summary>The machine contract's JSON: snake case, readable in every script, one object a line.</summary>
[JsonSerializable(typeof(AnswerLine))]
[JsonSerializable(typeof(ErrorLine))]
[JsonSerializable(typeof(PassageLine))]
[JsonSerializable(typeof(ArticleLine))]
[JsonSerializable(typeof(TraceLine))]
[JsonSerializable(typeof(FeedbackLine))]
[JsonSerializable(typeof(UnansweredLine))]
[JsonSerializable(typeof(CorrectionLine))]
[JsonSerializable(typeof(TestLine))]
[JsonSerializable(typeof(ComparisonLine))]
[JsonSerializable(typeof(CoverageLine))]
[JsonSerializable(typeof(ImportLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class ContractJson : JsonSerializerContext
{
    private static readonly ContractJson Lines = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,

        // The lines are read by programs and never put into a page: curly quotes and other scripts stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write<T>(T line) => JsonSerializer.Serialize(line, typeof(T), Lines);
}
