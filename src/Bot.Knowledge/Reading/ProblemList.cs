using System.Collections.Immutable;

namespace Bot.Knowledge.Reading;

/// <summary>Gathers the problems of one file, so that all are reported and not only the first.</summary>
/// <param name="file">The file they are about.</param>
internal sealed class ProblemList(string file)
{
    private readonly ImmutableArray<ArticleProblem>.Builder _problems = ImmutableArray.CreateBuilder<ArticleProblem>();

    public int Count => _problems.Count;

    public void Add(int? line, string message, string cure) => _problems.Add(new(file, line, message, cure));

    public void Add(UnreadableException error) => Add(error.Line, error.Message, error.Cure);

    public ImmutableArray<ArticleProblem> ToImmutable() => _problems.ToImmutable();
}
