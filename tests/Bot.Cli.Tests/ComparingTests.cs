using System.Text.Json;

namespace Bot.Cli.Tests;

public sealed class ComparingTests : IDisposable
{
    private static readonly string Root = RepositoryRoot.Find();

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public ComparingTests()
    {
        _folder.Write("good.yaml", "- reply: If it is approved, it could open in 2031 [[could open in 2031]].\n");
        _folder.Write("bad.yaml", "- reply: It will open in 2031 [[could open in 2031]].\n");
        _folder.Write("cases.yaml", string.Concat(Enumerable.Range(1, 12).Select(at =>
            $"- name: case {at}\n  question: When could the second line open?\n  article: hallowmere-tram-opens\n  assert: [{{ unsupported_max: 0 }}]\n")));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Two_scripted_models_are_told_apart_and_the_page_has_both()
    {
        var page = Path.Combine(_folder.Path, "report.html");

        Assert.Equal(ExitCode.Done, await CompareAsync("--model-script", In("good.yaml"), "--model-script", In("bad.yaml"), "--html", page));

        Assert.Contains($"pass rate: '{In("bad.yaml")}' has 100.0 points less than '{In("good.yaml")}' (95 %: -100.0 to -100.0)\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"refused: no difference shown between '{In("good.yaml")}' and '{In("bad.yaml")}'", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("has 100.0 points less than", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_each_figure_and_each_difference()
    {
        Assert.Equal(ExitCode.Done, await CompareAsync("--model-script", In("good.yaml"), "--set", "Answering:Passages=8", "--set", "Answering:Passages=9", "--json"));

        var comparison = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(12, comparison.GetProperty("cases").GetInt32());
        var measure = comparison.GetProperty("measures")[0];
        Assert.Equal(("pass rate", 1.0, 2), (measure.GetProperty("measure").GetString(), measure.GetProperty("variants")[0].GetProperty("value").GetDouble(), measure.GetProperty("variants").GetArrayLength()));
        Assert.All(comparison.GetProperty("differences").EnumerateArray().Take(4), difference => Assert.False(difference.GetProperty("shown").GetBoolean()));
    }

    [Fact]
    public async Task One_variant_has_nothing_to_be_compared_with()
    {
        Assert.Equal(ExitCode.Error, await CompareAsync("--model-script", In("good.yaml")));

        Assert.Equal("There is one variant, and nothing to compare it with: name two of --prompts, --model, --model-script or --set.\n", _errors.ToString());
    }

    private string In(string file) => Path.Combine(_folder.Path, file);

    private Task<int> CompareAsync(params string[] args) =>
        CommandLine.RunAsync(["compare", In("cases.yaml"), .. args], TestSurroundings.With(_output, _errors, folder: Root));
}
