using System.Collections.Immutable;
using Bot.Evaluation.Cases.Comparing;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Tests.Cases.Comparing;

public sealed class ComparisonTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ten_points_between_two_scripted_models_are_found_and_none_where_there_is_none_in_19_of_20_seeds()
    {
        var figures = await new ComparisonMeasurement(Path.Combine(RepositoryRoot.Find(), "prompts")).RunAsync(20, TestContext.Current.CancellationToken);

        Assert.InRange(figures.Found, 19, 20);
        Assert.InRange(figures.NoneShown, 19, 20);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another()
    {
        var (one, other) = (Parts(i => i % 7 == 0), Parts(i => i % 4 == 0));

        var first = new PairedBootstrap(one.Length, 1).Difference(one, other);

        Assert.Equal(first, new PairedBootstrap(one.Length, 1).Difference(one, other));
        Assert.NotEqual(first, new PairedBootstrap(one.Length, 2).Difference(one, other));
    }

    [Fact]
    public void Cases_are_drawn_with_both_of_their_results()
    {
        // Each is ten points better in every case: drawn apart, the difference would vary.
        var (one, other) = (Shares(i => i / 200.0), Shares(i => (i / 200.0) + 0.1));

        var interval = new PairedBootstrap(one.Length, 1).Difference(one, other)!.Value;

        Assert.Equal((0.1, 0.1, 0.1), (Math.Round(interval.Estimate, 9), Math.Round(interval.Low, 9), Math.Round(interval.High, 9)));
        Assert.True(interval.IsShown);
    }

    [Fact]
    public void What_nothing_has_is_not_compared() =>
        Assert.Null(new PairedBootstrap(2, 1).Difference([default, default], [new(1, 1), new(0, 1)]));

    [Fact]
    public async Task Every_measure_is_taken_of_what_was_composed_and_of_what_the_reader_got()
    {
        _folder.Write("knowledge/bridge.tests.yaml", """
            - name: opening
              question: When was the bridge opened?
              assert: [{ repaired_max: 0 }]
            - name: mayor
              question: What does the mayor say?
              assert: [{ repaired_max: 0 }]
            """);
        var careful = _folder.Script("""
            - case: opening
              reply: The bridge was opened in 1911 [[1911]].
            - case: mayor
              reply: NOT_STATED
            """) with { Name = "careful" };
        var careless = _folder.Script("""
            - case: opening
              reply: The bridge was opened in 1911 [[1911]] [[We will build it again]]. Nobody was hurt, the fire service said.
            - case: mayor
              reply: NOT_STATED
            """) with { Name = "careless" };

        var comparison = Comparison.Of(await _folder.RunAsync(variants: [new("careful") { Script = careful }, new("careless") { Script = careless }]), seed: 1);

        var figures = comparison.Measures.Zip(comparison.Figures).ToDictionary(each => each.First.Name, each => each.Second);
        Assert.Equal([1.0, 0.5], figures["pass rate"]);
        Assert.Equal([1.0, 0.5], figures["citation recall (claim check)"]);
        Assert.Equal([1.0, 0.5], figures["citation precision (claim check)"]);
        Assert.Equal([0.5, 0.5], figures["refused"]);
        Assert.Equal([0.0, 0.5], figures["repaired"]);
        Assert.True(figures["length"][1] > figures["length"][0]);
        Assert.True(figures["cost"][1] > figures["cost"][0]);
        Assert.All(figures["time"], time => Assert.True(time > 0));
        Assert.Equal("refused: no difference shown between 'careful' and 'careless' (95 %: 0.0 to 0.0)", comparison.Differences.Single(difference => difference.Measure.Name == "refused").Words);
    }

    [Fact]
    public void A_difference_is_told_with_its_size_and_direction()
    {
        Difference Of(double estimate, double low, double high) => new(Measure.PassRate, new Variant("a"), new Variant("b"), new Interval(estimate, low, high));

        Assert.Equal("pass rate: 'b' has 10.0 points more than 'a' (95 %: 4.0 to 16.0)", Of(0.1, 0.04, 0.16).Words);
        Assert.Equal("pass rate: 'b' has 10.0 points less than 'a' (95 %: -16.0 to -4.0)", Of(-0.1, -0.16, -0.04).Words);
        Assert.Equal("pass rate: no difference shown between 'a' and 'b' (95 %: -1.0 to 3.0)", Of(0.01, -0.01, 0.03).Words);
    }

    private static ImmutableArray<Part> Parts(Func<int, bool> fails) => Shares(i => fails(i) ? 0 : 1);

    private static ImmutableArray<Part> Shares(Func<int, double> share) => [.. Enumerable.Range(0, 100).Select(i => new Part(share(i), 1))];
}
