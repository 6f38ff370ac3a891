using Bot.Evaluation.Claims;
using Bot.Evaluation.Sets;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Tests.Claims;

public sealed class ClaimsMeasurementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-claims-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Says_of_each_kind_how_many_were_caught()
    {
        var lines = await MeasureAsync(new ClaimsRun(1, ArticleHalf.Tuned, 1, OnlyWrong: false), "The bridge at Lorne was opened in 1911 by Queen Ada Brandt. It is 240 metres long and has nine arches of stone.");

        Assert.Equal("| claims | n | caught | falsely alarmed |", lines[0]);
        Assert.Contains("| as it stands | 1 |  | 0.0000 |", lines);
        Assert.Contains("| date | 1 | 1.0000 |  |", lines);
        Assert.Contains(lines, line => line.StartsWith("A sentence takes ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("date (right): The bridge at Lorne was opened in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_claims()
    {
        const string Text = "The bridge at Lorne was opened in 1911 by Queen Ada Brandt. It is 240 metres long and has nine arches of stone.";

        Assert.Equal(Samples(await MeasureAsync(new ClaimsRun(1, ArticleHalf.Tuned, 9, OnlyWrong: false), Text)), Samples(await MeasureAsync(new ClaimsRun(1, ArticleHalf.Tuned, 9, OnlyWrong: false), Text)));
        Assert.NotEqual(Samples(await MeasureAsync(new ClaimsRun(1, ArticleHalf.Tuned, 9, OnlyWrong: false), Text)), Samples(await MeasureAsync(new ClaimsRun(2, ArticleHalf.Tuned, 9, OnlyWrong: false), Text)));
    }

    [Fact]
    public async Task The_other_half_of_the_articles_is_left_out() =>
        Assert.Equal("No claims could be made of these sets.", (await MeasureAsync(new ClaimsRun(1, ArticleHalf.HeldBack, 0, OnlyWrong: false), "The bridge at Lorne was opened in 1911 by Queen Ada Brandt."))[^1]);

    [Fact]
    public void An_articles_translations_are_in_one_half()
    {
        Assert.Equal(Halves.Of("xquad/de/Super_Bowl_50"), Halves.Of("squad/Super_Bowl_50"));
        Assert.Equal(2, Enumerable.Range(0, 20).Select(at => Halves.Of($"a/{at}")).Distinct().Count());
    }

    private static string[] Samples(string[] lines) => [.. lines.SkipWhile(line => !line.StartsWith("A sentence", StringComparison.Ordinal)).Skip(1)];

    private async Task<string[]> MeasureAsync(ClaimsRun run, string text)
    {
        // An article of the half that is tuned on.
        var id = Enumerable.Range(0, 20).Select(at => $"bridge-{at}").First(id => Halves.Of(id) == ArticleHalf.Tuned);
        await File.WriteAllTextAsync(Path.Combine(_folder, "one.articles.jsonl"), $$"""{"id":"{{id}}","title":"A bridge","lang":"en","paragraphs":["{{text}}"]}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "one.questions.jsonl"), $$"""{"id":"1","article_id":"{{id}}","question":"When?","answers":["1911"],"answerable":true,"para":[0]}""", TestContext.Current.CancellationToken);
        var measurement = new ClaimsMeasurement(new ConfigurationBuilder().Build(), new Progress<string>(), run);
        return await measurement.RunAsync(QuestionSet.Read(_folder, [], quick: false), TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
    }
}
