using Bot.Evaluation.Measuring;
using Microsoft.Extensions.Configuration;

namespace Bot.Evaluation.Tests.Measuring;

public sealed class SpeedMeasurementTests
{
    [Fact]
    public void A_bare_search_finds_the_paragraphs_that_have_words_of_a_question()
    {
        using var search = new BareSearch([.. SetFolder.Bridge.Split("\n\n"), SetFolder.Museum]);

        Assert.Equal(2, search.Find("Which bridges cross the river? (quickly!)"));
        Assert.Equal(0, search.Find("Who paints?"));
    }

    [Fact]
    public async Task Sets_without_English_questions_are_an_error_that_says_so()
    {
        using var folder = new SetFolder();
        var sets = folder.Write("one", """{"id":"1", "article_id":"bridge", "lang":"de", "question":"Wann?"}""").Read();
        var measurement = new SpeedMeasurement(new ConfigurationBuilder().Build(), new Progress<string>());

        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await measurement.RunAsync(sets, TestContext.Current.CancellationToken).LastAsync(TestContext.Current.CancellationToken));

        Assert.Contains("no English questions", error.Message, StringComparison.Ordinal);
    }
}
