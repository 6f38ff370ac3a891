using Bot.Answering.Ranking;

namespace Bot.Answering.Tests.Ranking;

public sealed class SilenceTests
{
    private const double Sure = 0.99;
    private const double InDoubt = 0.3;

    [Fact]
    public void An_article_that_has_the_names_and_nowhere_what_is_asked_about_them_is_silent_unless_it_is_surely_about_it()
    {
        var signals = NamesAlone();

        Assert.True(Silence.Is(signals, about: 0.8, InDoubt));
        Assert.False(Silence.Is(signals, about: 0.95, InDoubt));
    }

    [Fact]
    public void Who_someone_is_to_a_name_is_not_said_by_the_name_however_sure_the_article_is_about_it()
    {
        var signals = NamesAlone();
        signals[Signal.AsksPerson] = 1;

        Assert.True(Silence.Is(signals, Sure, Sure));
    }

    [Fact]
    public void What_someone_said_of_a_thing_is_not_what_they_said_of_another_however_sure_the_article_is_about_them()
    {
        var signals = NamesAlone();
        signals[Signal.AsksSpeech] = 1;

        Assert.True(Silence.Is(signals, Sure, Sure));
        signals[Signal.Missing] = 0.5;
        Assert.False(Silence.Is(signals, Sure, Sure));
    }

    [Fact]
    public void Who_is_named_and_not_heard_says_nothing()
    {
        Assert.True(Silence.Is(new Signals { [Signal.OfArticle] = 1, Rules = Rule.Unheard }, Sure, Sure));
        Assert.False(Silence.Is(new Signals { [Signal.OfArticle] = 1 }, Sure, Sure));
    }

    [Fact]
    public void A_follow_up_that_names_another_is_not_answered_by_what_was_asked_before() =>
        Assert.True(Silence.Is(new Signals { Rules = Rule.Strays }, Sure, Sure));

    [Fact]
    public void What_another_sentence_says_is_not_silence()
    {
        var signals = NamesAlone();
        signals[Signal.Reach] = 0.9;

        Assert.False(Silence.Is(signals, about: 0.8, InDoubt));
    }

    [Fact]
    public void No_number_to_be_found_and_a_word_missing_is_silence()
    {
        Assert.True(Silence.Is(new Signals { [Signal.OfArticle] = 1, [Signal.LacksType] = 1, [Signal.Missing] = 1 }, Sure, InDoubt));
        Assert.False(Silence.Is(new Signals { [Signal.OfArticle] = 1, [Signal.LacksType] = 1 }, Sure, InDoubt));
    }

    [Fact]
    public void The_thing_asked_for_may_be_missing_only_where_the_rest_is_likely()
    {
        var signals = new Signals { [Signal.OfArticle] = 1, [Signal.LacksThing] = 1, [Signal.Missing] = 1 };

        Assert.True(Silence.Is(signals, Sure, confidence: 0.3));
        Assert.False(Silence.Is(signals, Sure, confidence: 0.4));
    }

    [Fact]
    public void Who_did_it_is_not_said_where_the_deed_is_missing_unless_the_article_is_surely_about_it()
    {
        var signals = new Signals { [Signal.OfArticle] = 1, [Signal.LacksDeed] = 1, [Signal.Missing] = 1 };

        Assert.True(Silence.Is(signals, about: 0.85, confidence: 0.6));
        Assert.False(Silence.Is(signals, Sure, confidence: 0.6));
    }

    [Fact]
    public void Where_synonyms_are_not_known_a_missing_word_tells_nothing()
    {
        var signals = NamesAlone();
        (signals[Signal.AsksPerson], signals[Signal.Unaided]) = (1, 1);

        Assert.False(Silence.Is(signals, about: 0.1, confidence: 0.1));
    }

    [Fact]
    public void What_is_likely_is_said_though_a_number_and_a_word_are_missing() =>
        Assert.False(Silence.Is(new Signals { [Signal.OfArticle] = 1, [Signal.LacksType] = 1, [Signal.Missing] = 1 }, Sure, confidence: 0.4));

    [Fact]
    public void Of_many_articles_it_is_learned_whether_one_speaks()
    {
        var signals = NamesAlone();
        signals[Signal.OfArticle] = 0.9;

        Assert.False(Silence.Is(signals, about: 0.8, InDoubt));
    }

    [Fact]
    public void Why_something_was_done_is_not_said_where_the_deed_is_missing_however_sure_the_article_is_about_the_name()
    {
        var signals = NamesAlone();
        signals[Signal.AsksReason] = 1;

        Assert.True(Silence.Is(signals, Sure, Sure));
        signals[Signal.Missing] = 0.5;
        Assert.False(Silence.Is(signals, Sure, Sure));
    }

    [Theory]
    [InlineData(0, 1, 24, 25)]
    [InlineData(1, 1, 11, 12)]
    [InlineData(0, 0.5, 49, 50)]
    public void Of_few_sentences_the_one_that_has_the_name_alone_is_soon_ahead_and_says_no_more_for_it(double unaided, double ofArticle, int few, int enough)
    {
        var signals = NamesAlone();
        (signals[Signal.Unaided], signals[Signal.OfArticle], signals[Signal.Found]) = (unaided, ofArticle, few);

        Assert.True(Silence.Is(signals, Sure, Sure));
        signals[Signal.Found] = enough;
        Assert.False(Silence.Is(signals, Sure, Sure));
    }

    [Fact]
    public void A_word_that_begins_alike_breaks_the_silence_of_few_sentences()
    {
        var signals = NamesAlone();
        (signals[Signal.Found], signals[Signal.AkinSoFar]) = (4, 0.9);

        Assert.False(Silence.Is(signals, Sure, Sure));
    }

    private static Signals NamesAlone() => new()
    {
        [Signal.LacksSaid] = 1,
        [Signal.Missing] = 1,
        [Signal.Coverage] = 0.6,
        [Signal.Context] = 0.6,
        [Signal.AkinSoFar] = 0.6,
        [Signal.Reach] = 0.6,
        [Signal.OfArticle] = 1,
        [Signal.Found] = 50,
    };
}
