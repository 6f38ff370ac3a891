using System.Collections.Immutable;
using Bot.Answering.Checking;
using Bot.Answering.Composing;
using Bot.Answering.Tracing;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Checking;

public sealed class QuoteCheckTests
{
    private const string Wolves =
        """
        "In each family group, only one pair reproduces. There were fewer than 100 wolves in 1975."

        Hall keeper Mara Voss counts the tickets. "We sold 600," she said. "Nobody in Tarn slept."

        The gas is written O
        2 and has no colour. The hall sold 600 tickets [2], the keeper found. NOT_STATED is painted on its door. Sources: none.

        [[2] 1] stood there.
        """;

    [Fact]
    public void Every_sentence_of_a_passage_is_supported_by_itself()
    {
        foreach (var quote in Quotes(Some.DamPassages).Concat(Quotes(Passages)))
        {
            var result = QuoteCheck.Check([quote]);

            var claim = Assert.Single(result.Claims);
            Assert.Equal(quote.Span, claim.Citations[0].Span);
            Assert.Equal(0, result.Repaired);
        }
    }

    [Fact]
    public void Says_somebodys_words_within_quotation_marks_when_no_speaker_is_known()
    {
        Assert.Equal(
            ["“In each family group, only one pair reproduces.”", "“There were fewer than 100 wolves in 1975.”"],
            QuoteCheck.Check([.. Quotes([Passages[0]])]).Claims.Select(claim => claim.Text));
    }

    [Fact]
    public void Cites_the_sentence_that_names_the_speaker_as_the_second()
    {
        var claim = QuoteCheck.Check([.. Quotes([Passages[1]])]).Claims[2];

        Assert.Equal("She said: “Nobody in Tarn slept.”", claim.Text);
        Assert.Equal(["\"Nobody in Tarn slept.\"", "\"We sold 600,\" she said."], claim.Citations.Select(citation => citation.Quote));
    }

    [Theory]
    [InlineData("Mara Voss opened the hall. \"We sold 600,\" she told reporters on Monday. \"Nobody in Tarn slept.\"", "She told reporters on Monday: “Nobody in Tarn slept.”")]
    [InlineData("Mara Voss told the Tarn Herald: \"We sold 600. Nobody in Tarn slept.\"", "Mara Voss told the Tarn Herald: “Nobody in Tarn slept.”")]
    [InlineData("\"We sold 600,\" Mara Voss told. \"Nobody in Tarn slept.\"", "Mara Voss: “Nobody in Tarn slept.”")]
    [InlineData("Mara Voss opened the hall. \"We sold 600,\" she told. \"Nobody in Tarn slept.\"", "“Nobody in Tarn slept.”")]
    [InlineData("\"We sold 600,\" said Mara Voss. \"Nobody in Tarn slept.\"", "Mara Voss said: “Nobody in Tarn slept.”")]
    public void Says_who_was_told_or_leaves_the_telling_out(string text, string told) =>
        Assert.Equal(told, QuoteCheck.Check([.. Quotes(Some.Passages(text, "en"))]).Claims[^1].Text);

    [Fact]
    public void Leaves_out_a_speaker_that_the_passage_does_not_name_and_keeps_the_words()
    {
        var passage = Passages[1].Passage;
        var result = QuoteCheck.Check([QuotedSentence.Of(passage, passage.Sentences[2], "Nobody in Tarn slept.", "Omar Reyes")]);

        Assert.Equal("“Nobody in Tarn slept.”", Assert.Single(result.Claims).Text);
        Assert.Equal([VerdictOutcome.Dropped, VerdictOutcome.Supported], result.Verdicts.Select(verdict => verdict.Outcome));
    }

    [Theory]
    [InlineData("Omar Reyes, who sells books at 14 Mill Street", true)]
    [InlineData("Omar Reyes, who sells books at 41 Mill Street", false)]
    public void Says_of_a_speaker_what_the_line_under_their_words_does(string speaker, bool isSaid)
    {
        const string Line = "Omar Reyes, who sells books at 14 Mill Street";
        var article = Some.Passages($"My father came here, and I nearly left.\n— {Line}", "en")[0].Passage;
        var passage = new Passage(article.Article, 1, PassageKind.Quote, article.Span, article.Sentences) { Attribution = Line };
        var result = QuoteCheck.Check([QuotedSentence.Of(passage, passage.Sentences[0], "My father came here, and I nearly left.", speaker)]);

        Assert.Equal($"{(isSaid ? $"{speaker}: " : "")}“My father came here, and I nearly left.”", Assert.Single(result.Claims).Text);
    }

    [Fact]
    public void Reads_no_marker_line_or_refusal_out_of_an_articles_own_words()
    {
        var result = QuoteCheck.Check([.. Quotes([Passages[2]])]);

        Assert.Equal(
            ["The gas is written O 2 and has no colour.", "The hall sold 600 tickets, the keeper found.", "NOT_STATED is painted on its door.", "Sources: none."],
            result.Claims.Select(claim => claim.Text));
        Assert.All(result.Claims, claim => Assert.Equal(Passages[2].Passage, Assert.Single(claim.Citations).Passage));
        Assert.False(result.SaysNotStated);
    }

    [Fact]
    public void Says_nothing_of_a_sentence_that_is_a_marker_only()
    {
        var passage = Some.Passages("[12]", "en")[0].Passage;

        Assert.Empty(QuoteCheck.Check([QuotedSentence.Of(passage, passage.Span)]).Claims);
    }

    private static ImmutableArray<NumberedPassage> Passages { get; } = Some.Passages(Wolves, "en");

    private static IEnumerable<QuotedSentence> Quotes(ImmutableArray<NumberedPassage> passages) =>
        from passage in passages
        from at in Enumerable.Range(0, passage.Passage.Sentences.Length)
        select Attribution.Attribute(new SearchHit(passage.Passage, at, 1, default));
}
