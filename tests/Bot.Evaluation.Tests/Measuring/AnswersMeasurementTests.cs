using Bot.Evaluation.Measuring;
using Bot.Evaluation.Sets;
using Bot.Evaluation.Training;
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
        var rows = await MeasureAsync("one", Wrong("1", "1842"));

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

    [Fact]
    public async Task Shows_after_the_table_what_was_answered_wrongly_and_in_what_way()
    {
        var lines = await LinesAsync(new AnswersRun(Wrong: 9), "one", Answerable, Foreign, Wrong("2", "1842"), Wrong("3", "240 metres"));

        var shown = lines[lines.IndexOf("one: 2 of 2 wrong answers (seed 1)")..];
        Assert.Equal("", lines[^(shown.Count + 1)]);
        Assert.StartsWith("| one: extractive |", lines[^(shown.Count + 2)], StringComparison.Ordinal);
        Assert.Equal(
            ["When was the bridge at Lorne opened? (2, of bridge)", "    right: 1842", "    none of the cited sentences holds a right answer", "    [1] The bridge at Lorne was opened in 1911 by Queen Ada."],
            shown.SkipWhile(line => !line.Contains("(2, ", StringComparison.Ordinal)).Take(4));
        Assert.Equal(
            ["    right: 240 metres", "    the second cited sentence holds a right answer"], shown.SkipWhile(line => !line.Contains("(3, ", StringComparison.Ordinal)).Skip(1).Take(2));
        Assert.DoesNotContain(lines, line => line.Contains("(1, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Which_wrong_answers_are_shown_is_decided_by_the_seed()
    {
        string[] questions = [.. Enumerable.Range(1, 9).Select(at => Wrong($"{at}", "1842"))];

        var shown = await LinesAsync(new AnswersRun(Wrong: 3), "one", questions);

        Assert.Contains("one: 3 of 9 wrong answers (seed 1)", shown);
        Assert.Equal(3, shown.Count(line => line.Contains("right: 1842", StringComparison.Ordinal)));
        Assert.Equal(shown, await LinesAsync(new AnswersRun(Wrong: 3), "one", questions));
        Assert.NotEqual(Asked(shown), Asked(await LinesAsync(new AnswersRun(Wrong: 3, Seed: 2), "one", questions)));
    }

    [Fact]
    public async Task No_wrong_answers_are_shown_unasked() =>
        Assert.All(await LinesAsync(new AnswersRun(), "one", Wrong("1", "1842")), line => Assert.StartsWith("|", line, StringComparison.Ordinal));

    [Theory]
    [InlineData("squad", "1")]
    [InlineData("one", "2")]
    public async Task Of_a_set_that_is_trained_on_only_one_folds_articles_are_asked(string name, string asked)
    {
        var lines = await LinesAsync(new AnswersRun(Fold: Folds.Of(new SetArticle("", "bridge", "en", []))), name, Answerable, Foreign);

        Assert.NotEqual(Folds.Of(new SetArticle("", "bridge", "en", [])), Folds.Of(new SetArticle("", "museum", "en", [])));
        Assert.StartsWith($"| {name} | {asked} |", lines[2], StringComparison.Ordinal);
    }

    private static string Wrong(string id, string right) =>
        $$"""{"id":"{{id}}", "article_id":"bridge", "question":"When was the bridge at Lorne opened?", "answers":["{{right}}"], "answerable":true, "kind":"extractive"}""";

    private static string[] Asked(IEnumerable<string> lines) => [.. lines.Where(line => line.EndsWith(", of bridge)", StringComparison.Ordinal))];

    private async Task<List<string>> LinesAsync(AnswersRun run, string name, params string[] questions)
    {
        var measurement = new AnswersMeasurement(new ConfigurationBuilder().Build(), new Told(_told), run);
        return await measurement.RunAsync(_folder.Write(name, questions).Read(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> MeasureAsync(string name, params string[] questions)
    {
        var lines = await LinesAsync(new AnswersRun(), name, questions);
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
