using System.Collections.Immutable;
using System.Globalization;

namespace Bot.Evaluation.Cases;

/// <summary>What is wrong with a file of cases.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; <see langword="null"/> when it is the whole file.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Cure">What to do about it.</param>
public sealed record CaseProblem(string File, int? Line, string Message, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}{(Line is { } line ? $":{line}" : "")}: {Message} {Cure}");
}

/// <summary>Files of cases that cannot be used.</summary>
/// <param name="problems">All that is wrong with them; at least one.</param>
public sealed class CasesException(ImmutableArray<CaseProblem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All that is wrong with them.</summary>
    public ImmutableArray<CaseProblem> Problems => problems;
}
