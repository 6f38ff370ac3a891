using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads what must hold of an answer: a list of <c>name: value</c>, each name perhaps with <c>not-</c> before it.</summary>
internal static class AssertionReader
{
    private static readonly ImmutableDictionary<string, AssertionKind> Kinds = AssertionKind.All
        .SelectMany(kind => new[] { KeyValuePair.Create(kind.Name, kind), KeyValuePair.Create(Assertion.Not + kind.Name, kind) })
        .ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly string[] Names = [.. AssertionKind.All.Select(kind => kind.Name)];

    public static ImmutableArray<Assertion> Read(YamlNode node, ValueReader values)
    {
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            values.Problems.Add(node, $"'{CaseField.Assert.Name}' is no list of assertions.", "Write them one a line: '- outcome: answered', '- contains: …'.");
            return [];
        }

        return [.. list.Children.SelectMany(each => Entry(each, values))];
    }

    private static IEnumerable<Assertion> Entry(YamlNode node, ValueReader values)
    {
        if (node is not YamlMappingNode { Children.Count: > 0 } entry)
        {
            values.Problems.Add(node, "An assertion is not written as 'name: value'.", $"The names are {string.Join(", ", Names)}.");
            yield break;
        }

        foreach (var (key, value) in entry.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!Kinds.TryGetValue(name, out var kind))
            {
                var closest = Bot.Knowledge.Articles.Slugs.Closest(name, Kinds.Keys);
                values.Problems.Add(
                    key, $"There is no assertion '{name}'.",
                    $"{(closest is null ? "" : $"Did you mean '{closest}'? ")}There are {string.Join(", ", Names)}, and '{Assertion.Not}' before any.");
                continue;
            }

            foreach (var expected in values.Read(name, kind.Form, value))
            {
                yield return new(kind, expected) { IsNegated = name != kind.Name, Line = (int)value.Start.Line };
            }
        }
    }
}
