using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bot.Answering.Checking;
using Bot.Evaluation.Measuring;
using Bot.Evaluation.Sets;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Claims;

/// <summary>Measures the claim check on claims made of public sets by rules, of each of which it is known whether it is supported.</summary>
/// <param name="settings">The settings in force.</param>
/// <param name="progress">Told in a line what is being checked.</param>
/// <param name="run">Which claims.</param>
public sealed class ClaimsMeasurement(IConfiguration settings, IProgress<string> progress, ClaimsRun run)
{
    /// <summary>The lines of a Markdown table, what a sentence takes, and samples when they are asked for.</summary>
    /// <param name="sets">The sets of whose articles claims are made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<string> RunAsync(ImmutableArray<QuestionSet> sets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var judged = new List<JudgedClaim>();
        foreach (var set in sets)
        {
            var claims = await MakeAsync(set, cancellationToken).ConfigureAwait(false);
            judged.AddRange(Judge(claims, cancellationToken));
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{set.Name}: {claims.Length} claims"));
        }

        foreach (var line in ClaimTable.Rows(judged).Append("").Append(Speed(judged)).Concat(Samples(judged)))
        {
            yield return line;
        }
    }

    private async Task<ImmutableArray<NoisyClaim>> MakeAsync(QuestionSet set, CancellationToken cancellationToken)
    {
        var articles = new AskedArticles(set.ArticlesPath, settings, learned: null);
        await using var _ = articles.ConfigureAwait(false);
        await articles.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var snapshot = articles.Knowledge.Acquire();
        return new ClaimMaker(run.Seed, run.Half).Make(set, snapshot.Articles.Values);
    }

    private static IEnumerable<JudgedClaim> Judge(ImmutableArray<NoisyClaim> claims, CancellationToken cancellationToken)
    {
        // The claims about the same passages follow one another, as the sentences of an answer do.
        foreach (var passages in claims.GroupBy(claim => claim.Source.Passages[0]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var check = new PassageCheck(passages.First().Source.Passages);
            foreach (var claim in passages)
            {
                var started = TimeProvider.System.GetTimestamp();
                var fault = check.Fault(claim.Text);
                yield return new(claim, fault, TimeProvider.System.GetElapsedTime(started).TotalMicroseconds);
            }
        }
    }

    private static string Speed(List<JudgedClaim> judged)
    {
        double[] ordered = [.. judged.Select(claim => claim.Microseconds).Order()];
        return ordered.Length == 0 ? "No claims could be made of these sets." : string.Create(
            CultureInfo.InvariantCulture, $"A sentence takes {ordered[ordered.Length / 2]:0} µs (median), {ordered[(int)(0.99 * (ordered.Length - 1))]:0} µs (p99, with the reading of its passages).");
    }

    private IEnumerable<string> Samples(List<JudgedClaim> judged)
    {
        var shown = judged.Where(claim => !run.OnlyWrong || !claim.IsRight).GroupBy(claim => (claim.Claim.Kind, claim.Claim.IsFaithful));
        foreach (var claim in run.Samples == 0 ? [] : shown.SelectMany(kind => kind.Take(run.Samples)))
        {
            yield return "";
            yield return $"{claim.Claim.Kind} ({(claim.IsRight ? "right" : "wrong")}): {claim.Claim.Text}";
            yield return $"    of {claim.Claim.Source.Passages[0].Id}: {claim.Claim.Source.Text}";
            yield return $"    {claim.Fault ?? "supported"}";
        }
    }
}
