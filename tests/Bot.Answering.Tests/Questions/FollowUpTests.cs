using Bot.Answering.Questions;

namespace Bot.Answering.Tests.Questions;

public sealed class FollowUpTests
{
    private static readonly Turn[] Mattis =
    [
        new(TurnRole.Reader, "Who resigned as Defense Secretary?"),
        new(TurnRole.Bot, "The announcement prompted the resignation of Jim Mattis."),
    ];

    [Fact]
    public void A_bare_why_asks_about_the_last_question() =>
        Assert.Contains("Defense", Read("Why?").Text, StringComparison.Ordinal);

    [Fact]
    public void A_bare_why_asks_for_a_reason() => Assert.Equal(nameof(AnswerType.Reason), Read("Why?").Type.ToString());

    [Fact]
    public void A_pronoun_brings_in_the_names_of_the_last_answer() =>
        Assert.Contains("Mattis", Read("What did he say about Syria policy?").Text, StringComparison.Ordinal);

    [Fact]
    public void What_stands_beside_in_the_last_answer_is_no_topic_when_the_question_named_one() =>
        Assert.DoesNotContain("Okafor", After("When did the Port of Velmar open?", "Ines Okafor opened it in May.", "How large is it?"), StringComparison.Ordinal);

    [Fact]
    public void The_last_answer_names_the_topic_when_the_question_did_not() =>
        Assert.Contains("Okafor", After("Why did the storm close it?", "Ines Okafor closed it.", "What did she say?"), StringComparison.Ordinal);

    [Fact]
    public void Who_somebody_is_leaves_the_topic_to_be_them_whoever_else_the_answer_names() =>
        Assert.DoesNotContain("Lund", After("Who is Ines Okafor?", "Ines Okafor, mayor of Lund, opened it.", "What did she say?"), StringComparison.Ordinal);

    [Theory]
    [InlineData("“Port of Velmar reopens” does not say. It covers: Tarn, Lund.")]
    [InlineData("„Hafen von Velmar öffnet“ sagt dazu nichts. Darin geht es um: Tarn, Lund.")]
    [InlineData("The articles here do not say. They are: Tarn counts the damage; Lund goes dark.")]
    public void What_a_refusal_names_is_no_topic(string refusal) =>
        Assert.DoesNotContain("Lund", After("What happened to the crane?", refusal, "Why?"), StringComparison.Ordinal);

    [Fact]
    public void Whom_a_pronoun_meant_the_next_one_means_too()
    {
        Turn[] history =
        [
            new(TurnRole.Reader, "Who is Ines Okafor?"), new(TurnRole.Bot, "Ines Okafor is the mayor."),
            new(TurnRole.Reader, "Is she ill?"), new(TurnRole.Bot, "Mara Lindqvist is ill."),
        ];

        var text = FollowUp.Read(new Question("Where does she live?") { History = [.. history] }, "en").Text;

        Assert.Contains("Okafor", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindqvist", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who is Pavel Renn?", "Pavel Renn was caught when Edith Marlowe saw the book.", "What did she say?", "Marlowe", "Renn")]
    [InlineData("Who is Pavel Renn?", "Pavel Renn was caught when Edith Marlowe saw the book.", "What did he say?", "Renn", "Marlowe")]
    [InlineData("Who stole it?", "Pavel Renn did, on Lund Grove.", "What did he say?", "Renn", "Grove")]
    [InlineData("Who is Okafor?", "Okafor is the mayor.", "What did she say?", "Okafor", "mayor")]
    public void A_pronoun_is_nobody_of_the_other_gender(string asked, string said, string text, string meant, string other)
    {
        var read = After(asked, said, text);

        Assert.Contains(meant, read, StringComparison.Ordinal);
        Assert.DoesNotContain(other, read, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_to_be_measured_is_left_out_too()
    {
        var read = FollowUp.Read(new Question("And Pavel Renn?") { History = [new(TurnRole.Reader, "How old is Ada Voss?"), new(TurnRole.Bot, "Ada Voss, 19, won.")] }, "en");

        Assert.Equal((Dimension.Age, "old"), (read.Measured, Assert.Single(read.Measuring).Text));
        Assert.Contains(Assert.Single(read.Measuring), read.Terms);
    }

    [Fact]
    public void However_many_turns_leave_it_to_the_one_before_each_is_read_once()
    {
        var history = Enumerable.Repeat(new Turn(TurnRole.Reader, "And his dog?"), 60).Prepend(new Turn(TurnRole.Reader, "Who is Pavel Renn?"));

        Assert.Contains("Renn", FollowUp.Read(new Question("And his cat?") { History = [.. history] }, "en").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_a_pronoun_means_is_the_speaker_that_is_wanted() =>
        Assert.True(FollowUp.Read(new Question("What did she say?") { History = [new(TurnRole.Reader, "Who is Ines Okafor?"), new(TurnRole.Bot, "She is the mayor.")] }, "en").WantsSpeaker);

    [Theory]
    [InlineData("What did the judge say?", "And the lawyer?", "Speech")]
    [InlineData("How many died in Tarn?", "And in Lund?", "Fact", "Number")]
    [InlineData("How many died in Tarn?", "What about Lund?", "Fact", "Number")]
    [InlineData("How many died in Tarn?", "And who died in Lund?", "Fact", "Person")]
    [InlineData("How many died in Tarn?", "Lund?", "Fact", "Thing")]
    [InlineData("Who wrote this article?", "And the mayor?", "Fact", "Thing")]
    public void What_leaves_the_rest_out_asks_it_as_before(string asked, string text, string kind, string type = "Thing")
    {
        var read = FollowUp.Read(new Question(text) { History = [new(TurnRole.Reader, asked), new(TurnRole.Bot, "Somebody did.")] }, "en");

        Assert.Equal((kind, type), (read.Kind.ToString(), read.Type.ToString()));
    }

    [Theory]
    [InlineData("When rock folds deep under water, what is it called?", false)]
    [InlineData("How many people visit it?", true)]
    public void A_pronoun_points_back_unless_much_stands_before_it(string text, bool pointsBack) =>
        Assert.Equal(pointsBack, Read(text).Text != text);

    [Theory]
    [InlineData("What do we know about Baghouz?", false)]
    [InlineData("What else is known about it?", true)]
    public void Whoever_names_a_topic_means_it_alone(string text, bool isOld) =>
        Assert.Equal(isOld, Read(text).Text.Contains("Defense", StringComparison.Ordinal));

    [Fact]
    public void And_in_iraq_keeps_the_topic() => Assert.Contains("resigned", Read("And in Iraq?").Text, StringComparison.Ordinal);

    [Fact]
    public void Words_of_earlier_turns_count_less_than_the_questions_own()
    {
        var terms = Read("And in Iraq?").Terms;

        Assert.All(terms, term => Assert.Equal(term.Text == "iraq" ? 1 : FollowUp.ContextWeight, term.Weight));
    }

    [Fact]
    public void A_new_topic_drops_the_old_one() =>
        Assert.Equal("How many civilians left the village of Baghouz?", Read("How many civilians left the village of Baghouz?").Text);

    [Fact]
    public void Pressure_asks_the_last_question_again() => Assert.Equal("Who resigned as Defense Secretary?", Read("Just guess!").Text);

    [Fact]
    public void Pressure_after_pressure_still_asks_the_first_question()
    {
        var history = new[] { Mattis[0], Mattis[1], new Turn(TurnRole.Reader, "Just guess!"), new Turn(TurnRole.Bot, "It does not say.") };

        Assert.Equal("Who resigned as Defense Secretary?", FollowUp.Read(new Question("I insist") { History = [.. history] }, "en").Text);
    }

    private static string After(string question, string answer, string text) =>
        FollowUp.Read(new Question(text) { History = [new(TurnRole.Reader, question), new(TurnRole.Bot, answer)] }, "en").Text;

    private static ReadQuestion Read(string text) => FollowUp.Read(new Question(text) { History = [.. Mattis] }, "en");
}
