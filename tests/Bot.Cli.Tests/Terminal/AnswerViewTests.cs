using Bot.Answering.Answers;
using Bot.Cli.Terminal;

namespace Bot.Cli.Tests.Terminal;

public sealed class AnswerViewTests
{
    [Fact]
    public void Shows_a_short_answer_the_text_and_its_sources() =>
        Assert.Equal(
            """
            Monday

            The bridge fell on Monday. [1]

            Sources
            [1] A bridge falls · 2024-05-14 · bridge#1
                “The bridge fell on Monday.”

            """,
            Shown(Some.Answered()));

    [Fact]
    public void Sets_the_short_answer_off_within_its_sentence_on_a_terminal()
    {
        var output = new StringWriter { NewLine = "\n" };

        new AnswerView(Screen.Of(TestSurroundings.With(output: output) with { Decorated = true })).Show(Some.Answered());

        Assert.Contains("The bridge fell on \u001b[1mMonday\u001b[0m. ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_what_comes_closest_as_no_answer_and_what_could_be_asked() =>
        Assert.Equal(
            """
            The article does not say.

            Closest (not an answer):
            - A bridge falls · 2024-05-14 · bridge#1
                “The bridge fell on Monday.”

            You could ask
              When did the bridge fall?

            """,
            Shown(Some.NotStated()));

    [Fact]
    public void Marks_a_degraded_answer_and_keeps_the_reason_to_the_operator()
    {
        var shown = Shown(Some.Answered() with { Making = new Making(Making.Extractive) { Degraded = true, DegradedReason = "401" } });

        Assert.StartsWith("Answered without the model.\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("401", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_wrap_piped_text()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 500)) + " [1]";

        Assert.Contains(text, Shown(Some.Answered(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_no_blanks_behind_lines()
    {
        var article = Some.Article("Two rows, of which one is long\nand one is not.");

        Assert.DoesNotContain(" \n", Shown(Some.Answered("A long line comes first\nthen a short one. [1]", null, article)), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_no_markup_and_no_control_characters_out_of_others_words()
    {
        var article = Some.Article("[red]The bridge fell\u001b[2J[/].", title: "[bold]A title[/]");

        var shown = Shown(Some.Answered("[link=x]click[/]\u0007 [1]", "[blink]", article));

        Assert.Contains("[link=x]click[/] [1]\n", shown, StringComparison.Ordinal);
        Assert.Contains("[1] [bold]A title[/] ·", shown, StringComparison.Ordinal);
        Assert.Contains("“[red]The bridge fell", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', shown);
    }

    [Fact]
    public void Shows_a_field_of_the_front_matter_as_its_place()
    {
        var article = Some.Article();
        var answer = Some.Answered() with { Claims = [new Claim("It is from 14 May.", [Citation.Of(article, Knowledge.Articles.ArticleField.Published) with { Number = 1 }])] };

        Assert.Contains("bridge#published\n    “2024-05-14”\n", Shown(answer), StringComparison.Ordinal);
    }

    private static string Shown(Answer answer)
    {
        var output = new StringWriter { NewLine = "\n" };
        new AnswerView(Screen.Of(TestSurroundings.With(output: output))).Show(answer);
        return output.ToString();
    }
}
