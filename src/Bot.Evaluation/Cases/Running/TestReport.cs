using System.Collections.Immutable;

namespace Bot.Evaluation.Cases.Running;

/// <summary>What came of cases, with one variant or several side by side.</summary>
/// <param name="Variants">The variants.</param>
/// <param name="Results">By case, in their order; in each the variants in theirs.</param>
/// <param name="Elapsed">How long all of it took.</param>
public sealed record TestReport(ImmutableArray<Variant> Variants, ImmutableArray<ImmutableArray<CaseResult>> Results, TimeSpan Elapsed)
{
    /// <summary>All results.</summary>
    public IEnumerable<CaseResult> All => Results.SelectMany(row => row);

    /// <summary>How many passed.</summary>
    public int Passed => All.Count(result => result.Passed && !result.Skipped);

    /// <summary>How many failed.</summary>
    public int Failed => All.Count(result => !result.Passed);

    /// <summary>How many could not be looked at.</summary>
    public int Skipped => All.Count(result => result.Skipped);

    /// <summary>The results with one variant.</summary>
    public ImmutableArray<CaseResult> Of(Variant variant)
    {
        var at = Variants.IndexOf(variant);
        return [.. Results.Select(row => row[at])];
    }
}
