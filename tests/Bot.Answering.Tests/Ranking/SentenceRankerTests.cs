using Bot.Answering.Learned;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.Pipeline;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Tests.Ranking;

public sealed class SentenceRankerTests
{
    [Theory]
    [InlineData("When was the picture of Ada Voss taken?", 0)]
    [InlineData("When was the statue of Ada Voss made?", 1)]
    public async Task A_caption_is_the_picture_that_is_asked_about(string question, int missing)
    {
        await using var bot = AskedBot.Over(Shelves.LighthouseFile);
        using var snapshot = bot.Knowledge.Acquire();
        var read = QuestionReader.Read(question, "en");

        var ranked = new SentenceRanker(snapshot, LearnedAnswering.None).Rank(read, snapshot.Search(new PassageQuery(read.Text), TestContext.Current.CancellationToken));

        Assert.Equal(missing, ranked.First(sentence => sentence.Hit.Passage.Kind == PassageKind.Caption && sentence.Hit.Text.StartsWith("Ada Voss", StringComparison.Ordinal)).Signals[Signal.MissingWords]);
    }

    [Fact]
    public async Task A_sentence_without_the_name_a_follow_up_has_itself_strays_and_stands_behind()
    {
        await using var bot = AskedBot.Over(Shelves.PortFile);
        using var snapshot = bot.Knowledge.Acquire();
        var read = FollowUp.Read(
            new Question("And to Tarn?") { History = [new(TurnRole.Reader, "When do ferries to Oskarholm run?"), new(TurnRole.Bot, "Ferries to Oskarholm run every morning.")] }, "en");

        var ranked = new SentenceRanker(snapshot, LearnedAnswering.None).Rank(read, snapshot.Search(new PassageQuery(read.Text), TestContext.Current.CancellationToken));

        Assert.All(ranked, sentence => Assert.Equal(!sentence.Hit.Text.Contains("Tarn", StringComparison.Ordinal), sentence.Signals.Tells(Rule.Strays)));
        Assert.Equal(ranked.Select(sentence => sentence.Signals.Tells(Rule.Strays)).Order(), ranked.Select(sentence => sentence.Signals.Tells(Rule.Strays)));
        Assert.Equal([false, true], ranked.Select(sentence => sentence.Signals.Tells(Rule.Strays)).Distinct());
    }

    [Theory]
    [InlineData("Who is the mayor of Tarn?", true)]
    [InlineData("Who is the mayor of Lund?", false)]
    public async Task Another_towns_mayor_does_not_fill_an_office_here(string question, bool isVacant)
    {
        await using var bot = AskedBot.Over(
            ("votes.md", Shelves.Dated("A second term", "2031-09-22", "Mayor Claire Moreau won a second term in Lund by 312 votes.")),
            ("strike.md", Shelves.Dated("Strike in Tarn", "2031-11-06", "Bus drivers in Tarn will strike for three days. The mayor was silent.")));
        using var snapshot = bot.Knowledge.Acquire();
        var read = QuestionReader.Read(question, "en");

        var ranked = new SentenceRanker(snapshot, LearnedAnswering.None).Rank(read, snapshot.Search(new PassageQuery(read.Text), TestContext.Current.CancellationToken));

        Assert.Equal(isVacant, ranked.Single(sentence => sentence.Hit.Text == "The mayor was silent.").Signals.Tells(Rule.Vacant));
    }

    [Fact]
    public async Task Whom_a_follow_up_is_about_a_sentence_may_mean_by_a_pronoun()
    {
        await using var bot = AskedBot.Over(("trial.md", Shelves.Dated("Manager jailed", "2031-10-08", "Pavel Renn admitted 22 counts of fraud. He was caught when a book had been changed by hand.")));
        using var snapshot = bot.Knowledge.Acquire();

        Assert.Equal(TermMatch.SynonymWeight, Within(new Question("Who caught him?") { History = [new(TurnRole.Reader, "Who is Pavel Renn?"), new(TurnRole.Bot, "Pavel Renn admitted 22 counts of fraud.")] }), 3);
        Assert.Equal(0, Within(new Question("Who caught Pavel Renn?")));

        double Within(Question question)
        {
            var read = FollowUp.Read(question, "en");
            return new SentenceRanker(snapshot, LearnedAnswering.None).Rank(read, snapshot.Search(new PassageQuery(read.Text), TestContext.Current.CancellationToken))
                .First(sentence => sentence.Hit.Text.StartsWith("He was caught", StringComparison.Ordinal)).Signals[Signal.NamesWithin];
        }
    }

    [Theory]
    [InlineData("Who backed the NCG?", TermMatch.SynonymWeight)]
    [InlineData("Who backed the TCG?", 0)]
    public async Task A_name_in_full_stands_for_its_letters(string question, double within)
    {
        await using var bot = AskedBot.Over(("guard.md", Shelves.Dated("Guard takes the dam", "2031-01-12", "The Norvian Civic Guard backed by Lund had held off.")));
        using var snapshot = bot.Knowledge.Acquire();
        var read = QuestionReader.Read(question, "en");

        var ranked = new SentenceRanker(snapshot, LearnedAnswering.None).Rank(read, snapshot.Search(new PassageQuery(read.Text), TestContext.Current.CancellationToken));

        Assert.Equal(within, Assert.Single(ranked).Signals[Signal.NamesWithin], 3);
    }
}
