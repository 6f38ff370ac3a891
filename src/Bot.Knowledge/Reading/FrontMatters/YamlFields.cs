using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Knowledge.Reading.FrontMatters;

/// <summary>A field of front matter.</summary>
/// <param name="Name">Its name, as written.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Values">Its plain values: none for an empty field, several for a list.</param>
/// <param name="IsNested">Whether it holds more than a value or a flat list of values.</param>
internal sealed record YamlField(string Name, int Line, ImmutableArray<string> Values, bool IsNested);

/// <summary>Reads the top level of a YAML mapping from the parser's events, without recursion: no nesting can exhaust the stack.</summary>
internal sealed class YamlFields(int firstLine, int maxNesting)
{
    private const string Cure = "Write one 'name: value' a line; put a value that holds ': ' or '#' into double quotes.";

    /// <exception cref="UnreadableException">It is no mapping, or nested too deeply.</exception>
    public ImmutableArray<YamlField> Read(string yaml)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            return parser.TryConsume<DocumentStart>(out _) && !(parser.Accept<Scalar>(out var empty) && empty.Value.Length == 0)
                ? [.. Fields(parser)]
                : [];
        }
        catch (YamlException error)
        {
            throw new UnreadableException(LineOf(error.Start), $"The front matter cannot be read: {error.Message}", Cure);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // The library stumbles over some texts that are no YAML.
            throw new UnreadableException(firstLine, "The front matter cannot be read: it is no YAML.", Cure);
        }
    }

    private List<YamlField> Fields(Parser parser)
    {
        var fields = new List<YamlField>();
        Require<MappingStart>(parser);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = Require<Scalar>(parser);
            var values = ImmutableArray.CreateBuilder<string>();
            var isNested = ReadValue(parser, values);
            fields.Add(new(name.Value.Trim(), LineOf(name.Start), values.ToImmutable(), isNested));
        }

        return fields;
    }

    private bool ReadValue(Parser parser, ImmutableArray<string>.Builder values)
    {
        var isNested = false;
        var depth = 0;
        do
        {
            var current = parser.Consume<ParsingEvent>();
            depth += current.NestingIncrease;
            if (depth > maxNesting)
            {
                throw new UnreadableException(
                    LineOf(current.Start),
                    $"The front matter is nested more than {maxNesting} levels deep, which is the limit.",
                    $"Make it flat, or raise {KnowledgeOptions.Section}:{nameof(KnowledgeOptions.MaxNesting)}.");
            }

            isNested |= current is MappingStart or AnchorAlias || depth > 1;
            if (current is Scalar scalar && !IsNull(scalar))
            {
                values.Add(scalar.Value);
            }
        }
        while (depth > 0);

        return isNested;
    }

    private T Require<T>(Parser parser) where T : ParsingEvent => parser.TryConsume<T>(out var found)
        ? found
        : throw new UnreadableException(LineOf(parser.Current?.Start ?? Mark.Empty), "The front matter is not made of named fields.", Cure);

    private static bool IsNull(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    private int LineOf(Mark mark) => firstLine + Math.Max(0, (int)mark.Line - 1);
}
