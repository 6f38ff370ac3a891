using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering.Contract;

namespace Bot.Host.Asking;

/// <summary>The API's JSON: the machine contract's lines.</summary>
[JsonSerializable(typeof(AnswerLine))]
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(StageLine))]
[JsonSerializable(typeof(AcceptedLine))]
[JsonSerializable(typeof(ErrorLine))]
[JsonSerializable(typeof(PrivacyBody))]
[JsonSerializable(typeof(DeletedLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
internal sealed partial class ApiJson : JsonSerializerContext
{
    // Read by programs: other scripts stay as they are.
    private static readonly ApiJson Lines = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write<T>(T line) => JsonSerializer.Serialize(line, typeof(T), Lines);

    public static IResult Result<T>(T line, int status) => Results.Text(Write(line), "application/json", statusCode: status);
}

/// <summary>The question is in the record: it will be answered.</summary>
/// <param name="Id">The answer's name, for <c>GET /api/answers/{id}</c>.</param>
internal sealed record AcceptedLine(string Id);

/// <summary>The event that ends a stream without an answer.</summary>
/// <param name="Id">The answer's name.</param>
/// <param name="Status">The HTTP status that <c>GET /api/answers/{id}</c> gives now.</param>
/// <param name="Error">What went wrong, or that the answer will come later.</param>
internal sealed record ErrorLine(string Id, int Status, string Error);
