using Bot.Answering.Facts;
using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Spans;
using Bot.Answering.Tests.Checking;
using Bot.Knowledge.Search;

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
        Assert.Equal((1, (double)AnswerType.Date, 2), (Of(spans["1911"], SpanFeature.Fits), Of(spans["1911"], SpanFeature.Type), Of(spans["1911"], SpanFeature.AskedBefore)));
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
    [InlineData("When did they open the bridge at Lorne?", 0)]
    [InlineData("Near Lorne, who opened the bridge?", 1)]
    [InlineData("The bridge at Lorne was opened when?", 2)]
    public void Where_a_question_asks_is_known(string question, int asksAt) => Assert.Equal(asksAt, Of(Read(question)["1911"], SpanFeature.AsksAt));

    [Fact]
    public void How_the_words_and_those_beside_them_are_used_is_known()
    {
        var spans = Read("Who came?", "The old lawyer slowly opened the gate in Lorne.");

        Assert.Equal(
            (WordUse.Function, WordUse.Adjective, WordUse.Noun, WordUse.Adverb),
            (Use(spans["old lawyer"], SpanFeature.UseBefore), Use(spans["old lawyer"], SpanFeature.UseFirst), Use(spans["old lawyer"], SpanFeature.UseLast), Use(spans["old lawyer"], SpanFeature.UseAfter)));
        Assert.Equal((-1, -1), (Of(spans["The old"], SpanFeature.UseBefore), Of(spans["Lorne"], SpanFeature.UseAfter)));
        Assert.Equal((0, 1), (Of(spans["old lawyer"], SpanFeature.Verbs), Of(spans["lawyer slowly opened"], SpanFeature.Verbs)));

        static WordUse Use(double[] span, SpanFeature feature) => (WordUse)(int)Of(span, feature);
    }

    [Theory]
    [InlineData("Which soldier came?", "lawyer", 2)]
    [InlineData("Which soldier came?", "lawyer of the port", 2)]
    [InlineData("Which soldier came?", "port", 1)]
    [InlineData("Which soldier came?", "slowly", 0)]
    [InlineData("Who came?", "lawyer", -1)]
    public void Whether_they_are_of_the_sort_that_is_asked_for_is_known_by_their_head(string question, string words, int agree) =>
        Assert.Equal(agree, Of(Read(question, "A lawyer of the port left slowly.")[words], SpanFeature.SensesAgree));

    [Theory]
    [InlineData("When did they open the bridge?", "When was the bridge opened?")]
    [InlineData("When was the bridge opened?", "Who opened the bridge?")]
    public void Questions_that_ask_otherwise_are_told_apart(string question, string other) => Assert.NotEqual(Asked(question), Asked(other));

    [Theory]
    [InlineData("Near Lorne, when was the bridge opened?", "When was the bridge opened?")]
    [InlineData("Name it.", "Tell me of the bridge at Lorne.")]
    public void Those_that_ask_alike_are_not(string question, string other) => Assert.Equal(Asked(question), Asked(other));

    [Fact]
    public void What_a_reader_sees_of_the_words_is_known()
    {
        var spans = Read("Who opened it?", "The queen opened a bridge, the sea wall and 3 docks.");

        Assert.Equal((4, 0), (Of(spans["wall"], SpanFeature.Letters), Of(spans["wall"], SpanFeature.Digits)));
        Assert.Equal((7, 1), (Of(spans["3 docks"], SpanFeature.Letters), Of(spans["3 docks"], SpanFeature.Digits)));
        Assert.Equal((1, 3, 0), (Of(spans["bridge"], SpanFeature.DeterminerBefore), Of(spans["sea wall"], SpanFeature.DeterminerBefore), Of(spans["wall"], SpanFeature.DeterminerBefore)));
    }

    [Fact]
    public void Facts_of_the_same_kind_that_are_not_the_questions_are_rivals()
    {
        var spans = Read("When did Ada leave Lorne?", "Ada left Lorne in 1911 and came back in 1923, and Brandt stayed.");

        Assert.Equal((1, 0), (Of(spans["1911"], SpanFeature.Rivals), Of(spans["Brandt"], SpanFeature.Rivals)));
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

    [Fact]
    public void Marks_beside_the_words_are_known()
    {
        var spans = Read("What does it cost?", "The toll (raised in 1911), $4, is due.");

        Assert.Equal(((double)SpanMark.Bracket, (double)SpanMark.None), Marks(spans["raised"]));
        Assert.Equal(((double)SpanMark.None, (double)SpanMark.Bracket), Marks(spans["1911"]));
        Assert.Equal(((double)SpanMark.Comma, (double)SpanMark.Comma), Marks(spans["$4"]));
        Assert.Equal(((double)SpanMark.Edge, (double)SpanMark.None), Marks(spans["The toll"]));

        static (double, double) Marks(double[] span) => (Of(span, SpanFeature.MarkBefore), Of(span, SpanFeature.MarkAfter));
    }

    [Fact]
    public void How_far_away_the_questions_words_are_is_known_and_on_which_side()
    {
        var spans = Read("When was the bridge at Lorne opened?");

        Assert.Equal((1, -1), (Of(spans["in 1911"], SpanFeature.NeighbourBefore), Of(spans["in 1911"], SpanFeature.NeighbourAfter)));
        Assert.Equal(-1, Of(spans["Queen Ada"], SpanFeature.NeighbourBefore));
        Assert.Equal((-5, -25, -5), (Of(spans["1911"], SpanFeature.LastAway), Of(spans["1911"], SpanFeature.FirstAway), Of(Read("When did they open the bridge?")["1911"], SpanFeature.DeedAway)));
        Assert.Equal((-1, 5), (Of(spans["1911"], SpanFeature.FocusAway), Of(Read("Which queen opened the bridge?")["1911"], SpanFeature.FocusAway)));
        Assert.Equal(999, Of(Read("When did they sell the bridge?")["1911"], SpanFeature.DeedAway));
        Assert.Equal((1, 6), (Of(spans["1911"], SpanFeature.Covered), Of(spans["1911"], SpanFeature.SentenceWords)));
    }

    [Theory]
    [InlineData("In which year was the bridge opened?", 1, -1)]
    [InlineData("Who was the bridge opened by?", -1, 0)]
    [InlineData("When was the bridge opened?", 0, 0)]
    public void What_ties_the_answer_to_the_rest_stands_before_it(string question, int year, int beforeYear)
    {
        var spans = Read(question);

        Assert.Equal(year, Of(spans["1911"], SpanFeature.AskedTie));
        Assert.Equal(beforeYear, Of(spans["1911"], SpanFeature.AskedTieBefore) + (year < 0 ? 1 : 0));
    }

    [Fact]
    public void What_the_title_names_and_what_is_said_twice_is_known()
    {
        var spans = Read("Who came?", "Ada met Ada Lind at Lorne.");

        Assert.Equal((1, 0), (Of(spans["Ada"], SpanFeature.Repeated), Of(spans["Ada Lind"], SpanFeature.Repeated)));
        Assert.Equal((1, 0.5), (Of(spans["Lorne"], SpanFeature.Titled), Of(spans["Lind at Lorne"], SpanFeature.Titled)));
    }

    private static (double, double) Asked(string question) => Read(question) is { Count: > 0 } spans && spans["1911"] is var any ? (Of(any, SpanFeature.AskingWord), Of(any, SpanFeature.AskedBehind)) : default;

    private static Dictionary<string, double[]> Read(string question, string sentence = Sentence) =>
        Candidates(question, sentence).GroupBy(each => each.Span.In(sentence)).ToDictionary(each => each.Key, each => each.First().Features);

    private static IEnumerable<SpanCandidate> Candidates(string question, string sentence = Sentence) =>
        new SpanReader(
            QuestionReader.Read(question, "en"), new SearchHit(Some.Passages(sentence, "en", "The bridge at Lorne")[0].Passage, 0, 1, default), new TermMatch(sentence, "en"),
            FactReader.Read(sentence, "en")).Read();

    private static double Of(double[] features, SpanFeature feature) => features[(int)feature];
}
