using System.Text;
using System.Text.Json;
using Bot.Knowledge.Reading.Files;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>
/// Many articles, one JSON object a line: <c>{"id","title","text"|"paragraphs":[…],"lang"?,"date"?,"url"?}</c>. Their words are taken
/// as they stand, for others compare offsets and quotes with them. A line that cannot be read does not keep the rest from being served.
/// </summary>
internal sealed class JsonLinesFormat(KnowledgeOptions options) : IArticleFormat
{
    public int MaxBytes => options.MaxCollectionBytes;

    public IEnumerable<ArticleDraft> Read(ArticleSource source, ProblemList problems, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var bytes in Lines(Utf8(source.Bytes)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (ReadLine(bytes.Span, number, problems) is not { } draft)
            {
                continue;
            }

            if (lines.TryAdd(draft.Slug, number))
            {
                yield return draft;
            }
            else
            {
                problems.Add(
                    number, $"The id '{draft.Slug}' is that of line {lines[draft.Slug]} too; only that one is served.",
                    "Give each article an id of its own.");
            }
        }
    }

    private ArticleDraft? ReadLine(ReadOnlySpan<byte> bytes, int number, ProblemList problems)
    {
        try
        {
            if (bytes.Length > options.MaxFileBytes)
            {
                throw new UnreadableException(
                    number, $"The line has {bytes.Length} bytes; the limit is {options.MaxFileBytes}.",
                    $"Shorten it, or raise {KnowledgeOptions.Section}:{nameof(KnowledgeOptions.MaxFileBytes)}.");
            }

            return bytes.Trim(" \t\r"u8).IsEmpty ? null : JsonArticle.Read(bytes, number, options.MaxNesting, problems);
        }
        catch (UnreadableException error)
        {
            problems.Add(error.Line ?? number, error.Message, error.Cure);
        }
        catch (JsonException error) when (error.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(number, $"The line is nested more than {options.MaxNesting} levels deep, which is the limit.",
                $"Flatten it, or raise {KnowledgeOptions.Section}:{nameof(KnowledgeOptions.MaxNesting)}.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            problems.Add(number, $"The line is no JSON object in UTF-8: {error.Message}", "Write one JSON object a line.");
        }

        return null;
    }

    /// <summary>Bytes that begin with the mark of another encoding are taken over into UTF-8; all others are read as they are.</summary>
    private static ReadOnlyMemory<byte> Utf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(SourceText.Decode(bytes)),
        _ => bytes,
    };

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = bytes.Span.IndexOf((byte)'\n');
            yield return at < 0 ? bytes : bytes[..at];
            bytes = at < 0 ? default : bytes[(at + 1)..];
        }
    }
}
