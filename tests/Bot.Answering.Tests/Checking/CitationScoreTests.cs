using Bot.Answering.Checking;
using Bot.Answering.Tests.ScriptedModel;
using Bot.Answering.Tracing;

namespace Bot.Answering.Tests.Checking;

public sealed class CitationScoreTests
{
    private static readonly string[] Passages =
    [
        "The old bridge over the Linde closed on Tuesday.",
        "About 4,200 drivers used it each day, the council said.",
        "The old bridge over the Linde closed on Tuesday after an inspection.",
        "Plums are ripe in August.",
    ];

    [Theory]
    [InlineData("The old bridge over the Linde closed on Tuesday [1].", 1, 1, 1, 1)]
    [InlineData("The old bridge over the Linde closed on Tuesday.", 1, 0, 0, 0)]
    [InlineData("The old bridge over the Linde closed on Tuesday [4].", 1, 0, 1, 0)]
    // Both support it alone: neither is beside the point.
    [InlineData("The old bridge over the Linde closed on Tuesday [1][3].", 1, 1, 2, 2)]
    // The second supports nothing, and without it the first still does.
    [InlineData("The old bridge over the Linde closed on Tuesday [1][4].", 1, 1, 2, 1)]
    [InlineData("The old bridge over the Linde closed on Tuesday [1]. Plums are ripe in May [4].", 2, 1, 2, 1)]
    public void Recall_counts_sentences_and_precision_citations_as_alce_does(string raw, int sentences, int supported, int citations, int precise) =>
        Assert.Equal(new CitationScore(sentences, supported, citations, precise), CitationScore.Of(TraceOf(raw), "en"));

    [Fact]
    public void Two_passages_that_are_needed_together_are_both_precise()
    {
        var score = CitationScore.Of(TraceOf("The old bridge over the Linde closed on Tuesday, and about 4,200 drivers used it each day, the council said [1][2]."), "en");

        Assert.Equal(new CitationScore(1, 1, 2, 2), score);
    }

    [Theory]
    [InlineData("NOT_STATED")]
    [InlineData(null)]
    public void What_claims_nothing_has_no_score(string? raw) => Assert.Null(CitationScore.Of(TraceOf(raw), "en"));

    [Fact]
    public void Shares_are_of_all_that_was_added()
    {
        var both = new CitationScore(1, 1, 2, 1).And(new CitationScore(3, 1, 2, 2));

        Assert.Equal((0.5, 0.75), (both.Recall, both.Precision));
        Assert.Null(new CitationScore(0, 0, 0, 0).Recall);
    }

    private static AnswerTrace TraceOf(string? raw) => new()
    {
        Standalone = "What closed?",
        Kind = "Fact",
        RawText = raw,
        Passages = [.. SomeMaterial.Numbered(Passages).Select(numbered => numbered.Passage)],
    };
}
