using System.Collections.Immutable;
using Bot.Knowledge.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Bot.Knowledge.Replies;

/// <summary>Reads the values of <c>replies.yaml</c>; what has another form is a problem with its line.</summary>
/// <param name="problems">Is told what is wrong.</param>
internal sealed class ReplyYaml(ProblemList problems)
{
    private const int Deepest = 8;

    /// <summary>The entries of the list that the file is.</summary>
    /// <exception cref="UnreadableException">It is no YAML, or no list.</exception>
    public static IReadOnlyList<YamlNode> Entries(string yaml)
    {
        try
        {
            RefuseDepth(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents switch
            {
                [] => [],
                [{ RootNode: YamlSequenceNode list }] => [.. list.Children],
                _ => throw new UnreadableException(1, "It is no list of replies.", "Begin each reply with '- name: …'."),
            };
        }
        catch (YamlException error)
        {
            throw NoYaml((int)error.Start.Line, error.Message);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // The library stumbles over some texts that are no YAML.
            throw NoYaml(null, "It is no YAML.");
        }
    }

    /// <summary>The fields of a mapping, those that are known.</summary>
    public IReadOnlyDictionary<string, YamlNode> Fields(YamlNode node, string what, string cure, params string[]? known)
    {
        if (node is not YamlMappingNode mapping || !mapping.Children.Keys.All(key => key is YamlScalarNode))
        {
            problems.Add(LineOf(node), $"{what} is not made of named values.", cure);
            return ImmutableDictionary<string, YamlNode>.Empty;
        }

        var fields = mapping.Children.ToDictionary(field => ((YamlScalarNode)field.Key).Value!, field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in fields.Where(field => known is { Length: > 0 } && !known.Contains(field.Key)))
        {
            problems.Add(LineOf(value), $"{what} has a field '{name}', which means nothing.", $"The fields are {string.Join(", ", known!)}.");
        }

        return fields;
    }

    /// <summary>A plain value; <see langword="null"/>, and a problem, when it is none.</summary>
    public string? Words(YamlNode? node, int line, string what, string cure)
    {
        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0)
        {
            return value;
        }

        problems.Add(node is null ? line : LineOf(node), $"{what} is missing or empty.", cure);
        return null;
    }

    private static UnreadableException NoYaml(int? line, string why) =>
        new(line, $"It cannot be read: {why}", "Put a value that holds ': ' or '#' into double quotes, and indent with spaces.");

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    // The document is built by recursion: no nesting may exhaust the stack.
    private static void RefuseDepth(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest || parser.Current is AnchorAlias)
            {
                throw new UnreadableException((int)parser.Current.Start.Line, "It is nested too deeply, or uses an alias.", "Write each reply out, in a flat list.");
            }
        }
    }
}
