using Bot.Evaluation.Measuring;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Tests.Measuring;

public sealed class AnswersMeasurementTests : IDisposable
{
    private const string Answerable = """{"id":"1", "article_id":"bridge", "question":"When was the bridge at Lorne opened?", "answers":["1911"], "answerable":true, "kind":"extractive", "para":[0]}""";
    private const string Foreign = """{"id":"2", "article_id":"museum", "question":"When was the bridge at Lorne opened?", "answerable":false, "kind":"cross_article", "world_answer":["60 clocks"]}""";

    private readonly SetFolder _folder = new();
    private readonly List<string> _told = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Says_what_was_answered_and_what_was_refused()
    {
        var rows = await MeasureAsync("one", Answerable, Foreign);

        Assert.Equal(["first 1.0000", "any of 3 1.0000", "evidence 1.0000", "falsely refused 0.0000", "refused 1.0000", "verbatim 1.0000"], Of(rows["one"], "first", "any of 3", "evidence", "falsely refused", "refused", "verbatim"));
        Assert.Equal(["n 1", "first –", "refused 1.0000"], Of(rows["one: cross_article"], "n", "first", "refused"));
        Assert.Equal("one: 2 of 2", Assert.Single(_told));
    }

    [Fact]
    public async Task A_wrong_answer_counts_as_one()
    {
        const string Wrong = """{"id":"1", "article_id":"bridge", "question":"When was the bridge at Lorne opened?", "answers":["1842"], "answerable":true, "kind":"extractive", "para":[1]}""";

        var rows = await MeasureAsync("one", Wrong);

        Assert.Equal(["first 0.0000", "any of 3 0.0000", "EM 0.0000", "F1 0.0000", "short right 0.0000"], Of(rows["one"], "first", "any of 3", "EM", "F1", "short right"));
    }

    [Fact]
    public async Task An_answer_that_is_refused_though_none_may_be_is_wrong()
    {
        const string Greeting = """{"id":"1", "article_id":"bridge", "question":"Hello!", "answers":["Hello"], "answerable":true, "kind":"extractive"}""";

        var rows = await MeasureAsync("one", Greeting);

        Assert.Equal(["first 0.0000", "F1 0.0000", "falsely refused 1.0000"], Of(rows["one"], "first", "F1", "falsely refused"));
    }

    [Fact]
    public async Task The_questions_of_squad_are_asked_in_other_ways_too()
    {
        _folder.Write("clapnq", Answerable);

        var rows = await MeasureAsync("squad", Answerable, Foreign);

        Assert.Equal(
            ["clapnq", "squad", "squad: cross_article", "squad: extractive", "squad, of another article", "squad, with a typing error", "squad, of all articles at once", "clapnq, of all squad articles at once"],
            rows.Keys);
        Assert.Equal(["refused 1.0000", "falsely refused –"], Of(rows["squad, of another article"], "refused", "falsely refused"));
        Assert.Equal(["first 1.0000", "falsely refused 0.0000"], Of(rows["squad, of all articles at once"], "first", "falsely refused"));
        Assert.Equal(["refused 0.0000"], Of(rows["clapnq, of all squad articles at once"], "refused"));
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> MeasureAsync(string name, params string[] questions)
    {
        var sets = _folder.Write(name, questions).Read();
        var measurement = new AnswersMeasurement(new ConfigurationBuilder().Build(), new Told(_told));
        var lines = await measurement.RunAsync(sets, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var head = Cells(lines[0]);
        return lines.Skip(2).Select(Cells).ToDictionary(cells => cells[0], cells => head.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string[] Cells(string line) => [.. line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim())];

    private static string[] Of(Dictionary<string, string> row, params string[] columns) => [.. columns.Select(column => $"{column} {row[column]}")];

    private sealed class Told(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
