using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<CaseProblem> _problems = [];

    public string File => file;

    public int Count => _problems.Count;

    public void Add(int? line, string message, string cure)
    {
        var problem = new CaseProblem(file, line, message, cure);

        // A table reads the same lines for each of its rows.
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Something is wrong with the whole file.</summary>
    public void AddOfFile(string message, string cure) => Add((int?)null, message, cure);

    public void Add(YamlNode node, string message, string cure) => Add((int)node.Start.Line, message, cure);

    public ImmutableArray<CaseProblem> ToImmutable() => [.. _problems];
}
