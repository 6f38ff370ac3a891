using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Conversations.Records.Documents;

/// <summary>An article is the hash of its version.</summary>
internal sealed class ArticleConverter : JsonConverter<Article>
{
    public override Article Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => VersionScope.Find(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Article value, JsonSerializerOptions options) => writer.WriteStringValue(VersionScope.Name(value));
}

/// <summary>A passage is ranges of its article's text; its words are not repeated.</summary>
internal sealed class PassageConverter : JsonConverter<Passage>
{
    public override Passage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize<Form>(ref reader, options)!;
        return new(read.Article, read.Ordinal, read.Kind, read.Span, read.Sentences)
        {
            Heading = read.Heading,
            TableHeader = read.TableHeader,
            Credit = read.Credit,
            Attribution = read.Attribution,
        };
    }

    public override void Write(Utf8JsonWriter writer, Passage value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            new Form(value.Article, value.Id.Ordinal, value.Kind, value.Span, value.Sentences, value.Heading, value.TableHeader, value.Credit, value.Attribution),
            options);

    private sealed record Form(
        Article Article,
        int Ordinal,
        PassageKind Kind,
        TextSpan Span,
        ImmutableArray<TextSpan> Sentences,
        string? Heading,
        string? TableHeader,
        string? Credit,
        string? Attribution);
}
