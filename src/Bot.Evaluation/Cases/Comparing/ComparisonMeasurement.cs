using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Evaluation.Cases.Running;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Evaluation.Cases.Comparing;

/// <summary>
/// Measures the comparison itself: how often it finds a difference of ten points between two scripted models, and how often it says so where there is
/// none. Each model errs at random in a known share of the cases. A scripted model says the same to the same question: every right and every wrong reply
/// goes once through prompt, claim check and assertions, and the cases ask those questions again and again.
/// </summary>
/// <param name="prompts">The folder of prompts.</param>
public sealed class ComparisonMeasurement(string prompts)
{
    /// <summary>How many cases are compared.</summary>
    public const int Cases = 600;

    private const double Better = 0.1;
    private const double Worse = 0.2;
    private const double Same = 0.15;
    private const int Houses = 12;
    private const int FirstYear = 1300;

    private static readonly Variant Right = new("right");
    private static readonly Variant Wrong = new("wrong");

    /// <summary>Runs it.</summary>
    /// <param name="seeds">With so many seeds, from 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ComparisonFigures> RunAsync(int seeds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bot-compare-").FullName;
        try
        {
            Write(folder);
            var report = await AskAsync(folder, cancellationToken).ConfigureAwait(false);
            var (right, wrong) = (Again(report.Of(report.Variants[0])), Again(report.Of(report.Variants[1])));
            if (right.Any(result => !result.Passed) || wrong.Any(result => result.Passed))
            {
                throw new InvalidDataException("A right reply failed, or a wrong one passed: the claim check or the prompts are broken, and nothing can be measured.");
            }

            var found = Enumerable.Range(1, seeds).Count(seed => IsShown(right, wrong, Better, Worse, seed));
            var none = Enumerable.Range(1, seeds).Count(seed => !IsShown(right, wrong, Same, Same, seed));
            return new(seeds, found, none);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ImmutableArray<CaseResult> Again(ImmutableArray<CaseResult> results) => [.. Enumerable.Range(0, Cases).Select(at => results[at % results.Length])];

    private static bool IsShown(ImmutableArray<CaseResult> right, ImmutableArray<CaseResult> wrong, double firstErrs, double secondErrs, int seed)
    {
        // Only to be the same for the same seed.
#pragma warning disable CA5394
        var random = new Random(seed * 1_000_003);
        var rows = right.Zip(wrong, (good, bad) => ImmutableArray.Create(random.NextDouble() < firstErrs ? bad : good, random.NextDouble() < secondErrs ? bad : good));
#pragma warning restore CA5394
        var report = new TestReport([new("first"), new("second")], [.. rows], TimeSpan.Zero);
        return Comparison.Of(report, seed, [Measure.PassRate]).Differences.Single().Interval.IsShown;
    }

    // The right reply has the year, the wrong one the next.
    private static void Write(string folder)
    {
        var (article, cases, right, wrong) = (new StringBuilder("# The houses of Osterby\n\n"), new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var house = 1; house <= Houses; house++)
        {
            article.Append(CultureInfo.InvariantCulture, $"The house at {house} Mill Street was built in {YearOf(house)}.\n\n");
            cases.Append(CultureInfo.InvariantCulture, $"- name: house {house}\n  question: When was the house at {house} Mill Street built?\n  assert:\n    - unsupported_max: 0\n");
            right.Append(Line(house, YearOf(house)));
            wrong.Append(Line(house, YearOf(house) + 1));
        }

        Directory.CreateDirectory(Path.Combine(folder, "knowledge"));
        File.WriteAllText(Path.Combine(folder, "knowledge", "houses.md"), article.ToString());
        File.WriteAllText(Path.Combine(folder, "cases.yaml"), cases.ToString());
        File.WriteAllText(Path.Combine(folder, $"{Right.Name}.yaml"), right.ToString());
        File.WriteAllText(Path.Combine(folder, $"{Wrong.Name}.yaml"), wrong.ToString());
    }

    private static int YearOf(int house) => FirstYear + (10 * house);

    private static string Line(int house, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"- case: house {house}\n  reply: The house at {house} Mill Street was built in {year} [[The house at {house} Mill Street]].\n");

    private async Task<TestReport> AskAsync(string folder, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Prompts:Path", prompts), new("Knowledge:Path", Path.Combine(folder, "knowledge"))]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddKnowledge().BuildServiceProvider();
        await using var _ = services.ConfigureAwait(false);
        Variant Scripted(Variant variant) => variant with { Script = ModelScript.Read(Path.Combine(folder, $"{variant.Name}.yaml"), variant.Name) };
        var cases = new CaseFiles(folder, prompts, folder).Read(["cases.yaml"], _ => null);
        var runner = new CaseRunner(settings, services.GetRequiredService<KnowledgeBase>(), new RunChoices { Cache = folder }, TimeProvider.System);
        return await runner.RunAsync(cases, [Scripted(Right), Scripted(Wrong)], progress: null, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>How often the comparison was right.</summary>
/// <param name="Seeds">How often each was tried.</param>
/// <param name="Found">How often a difference of ten points was found.</param>
/// <param name="NoneShown">How often it said that none is shown, where there is none.</param>
public sealed record ComparisonFigures(int Seeds, int Found, int NoneShown);
