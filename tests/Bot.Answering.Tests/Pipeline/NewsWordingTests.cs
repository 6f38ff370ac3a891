using Bot.Answering.Answers;
using Bot.Answering.Questions;

namespace Bot.Answering.Tests.Pipeline;

/// <summary>What readers ask in plain words and news says in its own: ages between commas, offices before names, bounds before numbers.</summary>
public sealed class NewsWordingTests
{
    private static readonly (string Name, string Text) Cup = ("cup.md", Shelves.Dated("Late header gives Tarn the cup", "2031-05-03", """
        Tarn Town won the Lake Cup for the first time since 1985 when Pavel Renn headed in a corner two minutes from the end to beat the holders, Velmar Athletic, 2-1 at Lund Park on Saturday.

        Then Renn, 19, rose above two defenders. "I closed my eyes," said Renn, who works as a roofer during the week.

        Velmar were ten men in stoppage time, when Lio Mensah was sent off for kicking the ball away. Tarn's manager, Ada Voss, who took over in November, said the club had drawn fewer than a million viewers.

        Jack Tully, on as a substitute for the injured Ben Sharp, struck from 25 metres. In 2019 the club's youth team was moved to Velmar, and its stadium has closed at midnight since 2022.

        She is the first woman to win the cup as a manager. The fans came from Oskarholm, 34 kilometres away, and sang for up to nine hours. Mayor Lena Hall asked the sports minister for a bonus of £4,000.
        """));

    [Theory]
    [InlineData("How old is Pavel Renn?", "Then Renn, 19, rose")]
    [InlineData("When did Ada Voss take over?", "who took over in November")]
    [InlineData("How far away is Oskarholm?", "34 kilometres away")]
    [InlineData("How big was the bonus?", "a bonus of £4,000")]
    [InlineData("Who is the first woman to win the cup?", "She is the first woman")]
    [InlineData("How much money did Lena Hall ask for?", "a bonus of £4,000")]
    public async Task Is_answered(string question, string words)
    {
        var answered = Assert.IsType<Answer.Answered>(await AskAsync(question));

        Assert.Contains(words, answered.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who is the sports minister?")]
    [InlineData("How old is Ada Voss?")]
    [InlineData("How old is Lio Mensah?")]
    public async Task Is_not_answered_by_what_another_one_is(string question) => Assert.IsType<Answer.NotStated>(await AskAsync(question));

    [Fact]
    public async Task Who_holds_an_office_is_told_by_the_sentence_that_names_them()
    {
        await using var bot = AskedBot.Over(("lake.md", Shelves.Dated(
            "Lake states sign water treaty", "2031-10-30", "The treaty, signed by the presidents of Norvia, Marova and Tessin and the prime minister of Tarn, cuts withdrawals by a fifth.\n\nPresident Irina Vasko of Norvia, who had threatened in March to leave the talks, called the treaty painful but fair.")));

        var (answer, _) = await bot.AskAsync("Who is the president of Norvia?");

        Assert.Contains("Irina Vasko", Assert.IsType<Answer.Answered>(answer).Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How old was Ines Calder when she died?", "She was 91.")]
    [InlineData("When did Ines Calder die?", "Ines Calder, whose maps")]
    public async Task An_obituary_tells_when_somebody_died_and_how_old(string question, string words)
    {
        await using var bot = AskedBot.Over(("calder.md", Shelves.Dated(
            "Ines Calder, who mapped the sea floor", "2031-08-03", "Ines Calder, whose maps of the sea floor changed how scientists saw the earth, died on Saturday in Tarn. She was 91.\n\nDr. Calder kept working into her 80s. Her husband, Alan Frey, died in 2011. He was 78.")));

        var (answer, _) = await bot.AskAsync(question);

        Assert.StartsWith(words, Assert.IsType<Answer.Answered>(answer).Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who is the mayor of Tarn?")]
    [InlineData("When was Lena Haas arrested?")]
    [InlineData("Did Lena Haas write a book about volcanoes?")]
    public async Task Of_several_articles_none_answers_what_its_own_does_not(string question)
    {
        await using var bot = AskedBot.Over(
            ("votes.md", Shelves.Dated("A second term", "2031-09-22", "Mayor Claire Moreau won a second term in Lund by 312 votes. The turnout was high.")),
            ("strike.md", Shelves.Dated("Strike in Tarn", "2031-11-06", "Bus drivers in Tarn will strike for three days. The offer was the best in years. Trams will run more often.")),
            ("prize.md", Shelves.Dated("A prize for Lena Haas", "2031-10-18", "Lena Haas won the Marlowe Prize for her third novel. She lives in Oskarholm. The jury was of one mind.")));

        Assert.IsNotType<Answer.Answered>((await bot.AskAsync(question)).Answer);
    }

    [Fact]
    public async Task A_bound_is_part_of_the_short_answer() => Assert.Equal("fewer than a million", await ShortAsync("How many viewers did the club draw?"));

    [Theory]
    [InlineData("Who was sent off?", "Velmar")]
    [InlineData("Who did Tarn beat?", "the Lake Cup")]
    [InlineData("What injury does Sharp have?", "Ben Sharp")]
    public async Task Is_not_put_in_short_by_words_that_stand_for_something_else(string question, string words) => Assert.NotEqual(words, await ShortAsync(question));

    [Fact]
    public async Task A_unit_is_part_of_the_short_answer() => Assert.Equal("34 kilometres", await ShortAsync("How far away is Oskarholm?"));

    [Fact]
    public async Task Is_not_put_in_short_by_what_is_denied()
    {
        await using var bot = AskedBot.Over(("storm.md", Shelves.Dated(
            "Storm Ingrid kills four", "2031-01-12", "In Portsay, a mother and her two children were killed when a gable collapsed onto their home. Their names were not released.")));

        var (answer, _) = await bot.AskAsync("What were the names of the children?");

        Assert.Null(Assert.IsType<Answer.Answered>(answer).Short);
    }

    [Fact]
    public async Task The_age_of_another_one_is_asked_for_by_the_name_alone()
    {
        await using var bot = AskedBot.Over(("trial.md", Shelves.Dated(
            "Manager jailed", "2031-10-08", "Pavel Renn, 54, of Tarn, admitted 22 counts of fraud.\n\nMrs Lund, 88, was in court in a wheelchair. Edith Lund had lost 12,000 crowns.")));

        var (answer, _) = await bot.AskAsync(new Question("And Edith Lund?") { History = [new(TurnRole.Reader, "How old is Pavel Renn?"), new(TurnRole.Bot, "Pavel Renn, 54, of Tarn, admitted 22 counts of fraud.")] });

        Assert.Contains("Mrs Lund, 88,", Assert.IsType<Answer.Answered>(answer).Citations[0].Quote, StringComparison.Ordinal);
    }

    private static async Task<string?> ShortAsync(string question) => Assert.IsType<Answer.Answered>(await AskAsync(question)).Short;

    private static async Task<Answer> AskAsync(string question)
    {
        await using var bot = AskedBot.Over(Cup);
        var (answer, _) = await bot.AskAsync(question);
        return answer;
    }
}
