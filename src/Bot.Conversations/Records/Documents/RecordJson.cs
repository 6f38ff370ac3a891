using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Records.Documents;

/// <summary>
/// Writes answers and traces as JSON and reads them back as they were. An article within them is the hash of its version: its text is stored once.
/// </summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions ByVersion = new(Plain)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Outcomes } },
        Converters = { new ArticleConverter(), new PassageConverter() },
    };

    /// <summary>An article as its version is stored.</summary>
    public static string OfArticle(Article article) => JsonSerializer.Serialize(article, Plain);

    /// <summary>Reads what <see cref="OfArticle"/> wrote.</summary>
    public static Article ToArticle(string document) => JsonSerializer.Deserialize<Article>(document, Plain)!;

    /// <summary>The turns that came with a question.</summary>
    public static string OfHistory(ImmutableArray<Turn> history) => JsonSerializer.Serialize(history, Plain);

    /// <summary>Reads what <see cref="OfHistory"/> wrote.</summary>
    public static ImmutableArray<Turn> ToHistory(string document) => JsonSerializer.Deserialize<ImmutableArray<Turn>>(document, Plain);

    /// <summary>The articles that a question may be answered from.</summary>
    public static string OfScope(ArticleScope scope) => JsonSerializer.Serialize(scope, Plain);

    /// <summary>Reads what <see cref="OfScope"/> wrote.</summary>
    public static ArticleScope ToScope(string document) => JsonSerializer.Deserialize<ArticleScope>(document, Plain)!;

    /// <summary>An answer, with the versions it needs.</summary>
    public static (string Document, ImmutableArray<ArticleVersion> Versions) OfAnswer(Answer answer)
    {
        using var scope = new VersionScope([]);
        return (JsonSerializer.Serialize(answer, ByVersion), scope.Used);
    }

    /// <summary>Reads what <see cref="OfAnswer"/> wrote.</summary>
    /// <param name="document">The answer.</param>
    /// <param name="versions">The versions it needs.</param>
    public static Answer ToAnswer(string document, IEnumerable<ArticleVersion> versions)
    {
        using var scope = new VersionScope(versions);
        return JsonSerializer.Deserialize<Answer>(document, ByVersion)!;
    }

    /// <summary>The language of an answer that <see cref="OfAnswer"/> wrote.</summary>
    public static string? LanguageOf(string document)
    {
        using var answer = JsonDocument.Parse(document);
        return answer.RootElement.TryGetProperty(nameof(Answer.Language), out var language) ? language.GetString() : null;
    }

    /// <summary>A trace, compressed. It names versions and passages but does not keep them all alive: it is read by people.</summary>
    public static byte[] OfTrace(AnswerTrace trace)
    {
        using var scope = new VersionScope([]);
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, trace, ByVersion);
        }

        return bytes.ToArray();
    }

    /// <summary>The JSON of a trace.</summary>
    public static JsonDocument ToTrace(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        return JsonDocument.Parse(brotli);
    }

    /// <summary>The part of a trace that says what a model was asked and wrote.</summary>
    public static ImmutableArray<Consulted> ToConsulted(JsonElement part) => part.Deserialize<ImmutableArray<Consulted>>(Plain);

    // The answers' records know nothing of JSON.
    private static void Outcomes(JsonTypeInfo type)
    {
        if (type.Type != typeof(Answer))
        {
            return;
        }

        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "outcome" };
        foreach (var outcome in typeof(Answer).GetNestedTypes().Where(nested => nested.IsSubclassOf(typeof(Answer))))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new(outcome, outcome.Name));
        }
    }
}
