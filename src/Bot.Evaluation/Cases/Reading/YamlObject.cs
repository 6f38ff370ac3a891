using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>A mapping of a file of cases: its fields by name, and those that mean nothing reported.</summary>
internal sealed class YamlObject
{
    private readonly Dictionary<string, YamlNode> _fields = new(StringComparer.Ordinal);
    private readonly ValueReader _values;

    private YamlObject(YamlNode node, ValueReader values) => (Node, _values) = (node, values);

    public YamlNode Node { get; }

    public ValueReader Values => _values;

    /// <summary>Reads the names of its fields; <see langword="null"/> when it is no mapping, which is reported.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="known">The names it may have.</param>
    /// <param name="what">What it is, for problems: "A case".</param>
    /// <param name="values">Reads its values.</param>
    public static YamlObject? Of(YamlNode node, IReadOnlyCollection<string> known, string what, ValueReader values)
    {
        if (node is not YamlMappingNode mapping)
        {
            values.Problems.Add(node, $"{what} is not made of named fields.", $"Write 'name: value' lines: {string.Join(", ", known)}.");
            return null;
        }

        var read = new YamlObject(node, values);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(name))
            {
                var meant = Slugs.Closest(name, known) is { } closest ? $"Did you mean '{closest}'? " : "";
                values.Problems.Add(key, $"{what} has no '{name}'.", $"{meant}It may have {string.Join(", ", known)}.");
                continue;
            }

            read._fields[name] = value;
        }

        return read;
    }

    /// <summary>All its fields, in order.</summary>
    public IEnumerable<(string Name, YamlNode Value)> Fields => _fields.Select(each => (each.Key, each.Value));

    public YamlNode? this[CaseField field] => _fields.GetValueOrDefault(field.Name);

    /// <summary>The field's value; <see langword="null"/> when there is none, or none of its form, which is reported.</summary>
    public string? One(CaseField field) => this[field] is { } node ? _values.One(field.Name, field.Form, node) : null;

    /// <summary>The names of fields.</summary>
    public static ImmutableArray<string> Names(ImmutableArray<CaseField> fields) => [.. fields.Select(field => field.Name)];
}
