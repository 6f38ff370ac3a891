using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Reads one file of cases: a list of them, or <c>cases</c> with what they have in common in <c>defaults</c>.</summary>
internal static class CaseFile
{
    /// <param name="path">The file's path.</param>
    /// <param name="name">What people are told it is called.</param>
    /// <param name="prompt">The prompt it stands beside, if it does.</param>
    public static (ImmutableArray<Case> Cases, ImmutableArray<CaseProblem> Problems) Read(string path, string name, string? prompt)
    {
        var problems = new ProblemList(name);
        var values = new ValueReader(Row.None, problems);
        var root = YamlFile.Load(path, problems);
        var file = root is null or YamlSequenceNode ? null : YamlObject.Of(root, YamlObject.Names(CaseField.OfFile), "A file of cases", values);
        var list = root is YamlSequenceNode ? root : file?[CaseField.Cases];
        if (list is not YamlSequenceNode { Children.Count: > 0 } entries)
        {
            if (problems.Count == 0)
            {
                problems.Add((int?)list?.Start.Line, "It has no cases.", "Write '- question: …' with 'assert:' below it.");
            }

            return ([], problems.ToImmutable());
        }

        var reader = new CaseReader(path, prompt, file?[CaseField.Defaults], problems);
        var cases = entries.Children.SelectMany(reader.Read).ToImmutableArray();
        foreach (var twin in cases.GroupBy(each => each.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            problems.Add(twin.Line, $"A second case is called '{twin.Name}'.", "Give it a 'name' of its own.");
        }

        return (cases, [.. problems.ToImmutable(), .. reader.TableProblems]);
    }
}
