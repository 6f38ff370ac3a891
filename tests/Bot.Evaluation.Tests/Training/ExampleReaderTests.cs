using System.Globalization;
using Bot.Evaluation.Training;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Tests.Training;

public sealed class ExampleReaderTests : IDisposable
{
    private const string Text = "How long is the bridge of the director at Lorne?";

    private readonly SetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_question_is_asked_of_all_articles_at_once_and_then_its_own_answers()
    {
        var asked = Assert.Single(await ReadAsync(Question("1")), example => example is { IsOfAll: true, IsTyped: false, Kind: ExampleKind.Answerable });

        Assert.Contains(asked.Sentences, sentence => sentence.Right && sentence.Hit.Passage.Article.Slug == "bridge");
        Assert.Contains(asked.Sentences, sentence => sentence.Hit.Passage.Article.Slug == "museum");
    }

    [Fact]
    public async Task Asked_of_all_articles_but_its_own_it_is_a_stranger()
    {
        var asked = Assert.Single(await ReadAsync(Question("1")), example => example is { IsOfAll: true, IsTyped: false, Kind: ExampleKind.Foreign });

        Assert.NotEmpty(asked.Sentences);
        Assert.All(asked.Sentences, sentence => Assert.Equal("museum", sentence.Hit.Passage.Article.Slug));
    }

    [Fact]
    public async Task Some_are_asked_as_many_type_too_and_teach_the_ranking_nothing()
    {
        var examples = await ReadAsync([.. Enumerable.Range(0, 40).Select(at => Question(at.ToString(CultureInfo.InvariantCulture)))]);

        var typed = examples.Where(example => example.IsTyped).ToArray();
        Assert.InRange(typed.Length, 1, examples.Length - typed.Length - 1);
        Assert.All(typed, example => Assert.Equal(Text.ToLowerInvariant().TrimEnd('?'), example.Read.Text));
        Assert.DoesNotContain(typed, example => example.TeachesRanking);
    }

    private static string Question(string id) =>
        $$"""{"id":"{{id}}", "article_id":"bridge", "question":"{{Text}}", "answers":["240 metres"], "answerable":true, "kind":"extractive", "para":[0]}""";

    private async Task<AskedExample[]> ReadAsync(params string[] questions) =>
        [.. await new ExampleReader(new ConfigurationBuilder().Build()).ReadAsync(_folder.Write("one", questions).Read()[0], TestContext.Current.CancellationToken)];
}
