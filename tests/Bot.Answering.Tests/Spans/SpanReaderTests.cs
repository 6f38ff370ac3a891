using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;

namespace Bot.Answering.Tests.Spans;

public sealed class SpanReaderTests
{
    private const string Sentence = "The bridge at Lorne was opened in 1911 by Queen Ada.";

    [Theory]
    [InlineData("1911")]
    [InlineData("Queen Ada")]
    [InlineData("Ada")]
    [InlineData("in 1911 by Queen Ada")]
    public void Runs_of_words_are_read_as_they_are_written_without_the_marks_at_their_edges(string words) =>
        Assert.Contains(words, Read("Who opened the bridge at Lorne?").Keys);

    [Theory]
    [InlineData("the bridge")]
    [InlineData("1911 by")]
    [InlineData("bridge at Lorne")]
    [InlineData("bridge at Lorne was opened")]
    public void What_ends_without_content_or_is_all_the_questions_own_is_none(string words) =>
        Assert.DoesNotContain(words, Read("Who opened the bridge at Lorne?").Keys);

    [Fact]
    public void Features_say_what_they_are_and_what_stands_around_them()
    {
        var spans = Read("When was the bridge at Lorne opened?");

        Assert.Equal(2, Of(spans["1911"], SpanFeature.Fact));
        Assert.Equal((1, 1, 2), (Of(spans["1911"], SpanFeature.Fits), Of(spans["1911"], SpanFeature.AsksDate), Of(spans["1911"], SpanFeature.AskedBefore)));
        Assert.Equal((double)SpanEdge.Function, Of(spans["1911"], SpanFeature.EdgeBefore));
        Assert.Equal((1, 0), (Of(spans["Ada"], SpanFeature.CutsFact), Of(spans["Queen Ada"], SpanFeature.CutsFact)));
        Assert.Equal((double)SpanEdge.Sentence, Of(spans["Queen Ada"], SpanFeature.EdgeAfter));
    }

    [Fact]
    public void A_question_leaves_a_gap_where_its_answer_stands()
    {
        var spans = Read("Who opened the bridge at Lorne?");

        Assert.Equal((double)WordRole.Agent, Of(spans["Queen Ada"], SpanFeature.RoleBefore));
        Assert.Equal((1, -1, -1), (Of(spans["Queen Ada"], SpanFeature.AskedLeft), Of(spans["Queen Ada"], SpanFeature.FirstAsked), Of(spans["Queen Ada"], SpanFeature.LastAsked)));
        Assert.True(Of(spans["1911"], SpanFeature.Nearness) > Of(spans["Queen Ada"], SpanFeature.Nearness));
    }

    [Theory]
    [InlineData("When did they open the bridge at Lorne?", 0, 1)]
    [InlineData("Near Lorne, who opened the bridge?", 1, 0)]
    [InlineData("The bridge at Lorne was opened when?", 2, 0)]
    public void How_a_question_asks_is_known(string question, int asksAt, int supported)
    {
        var any = Read(question)["1911"];

        Assert.Equal((asksAt, supported), (Of(any, SpanFeature.AsksAt), Of(any, SpanFeature.Supported)));
    }

    [Theory]
    [InlineData("Queen Ada", "Queen Ada", 1)]
    [InlineData("Queen Ada", "Ada", 2.0 / 3)]
    [InlineData("The bridge at Lorne was opened in 1911", "bridge at Lorne was opened in 1911", 1)]
    [InlineData("1911", "Ada", 0)]
    public void Spans_agree_by_the_words_they_share_and_articles_do_not_count(string left, string right, double agreement)
    {
        var spans = Candidates("Who was Queen?").ToDictionary(each => each.Span.In(Sentence));

        Assert.Equal(agreement, spans[left].Agreement(spans[right]), 6);
    }

    [Theory]
    [InlineData("Why was the bridge opened?", "en")]
    [InlineData("How was the bridge opened?", "en")]
    [InlineData("橋はいつ開通しましたか。", "ja")]
    public void Reasons_and_manners_and_languages_without_spaces_get_no_few_words(string question, string language) =>
        Assert.False(PickedSpan.IsAskedFor(QuestionReader.Read(question, language)));

    private static Dictionary<string, double[]> Read(string question) => Candidates(question).ToDictionary(each => each.Span.In(Sentence), each => each.Features);

    private static IEnumerable<SpanCandidate> Candidates(string question) =>
        new SpanReader(QuestionReader.Read(question, "en"), Sentence, new TermMatch(Sentence, "en"), FactReader.Read(Sentence, "en")).Read();

    private static double Of(double[] features, SpanFeature feature) => features[(int)feature];
}
