using Bot.Answering.Checking;
using Bot.Answering.Tracing;

namespace Bot.Answering.Tests.Checking;

public sealed class ShippedArticleClaimTests
{
    private const string Opening =
        """
        Line 1 runs for 11.4 kilometres from the Corn Exchange in the old town to Saltby Docks, with 17 stops. Eleven trams, built in the neighbouring town of Wick Harrow, each carry up to 210 passengers. By midnight on Sunday, 46,300 people had travelled on it, the operator Hallowmere Transit said, about twice as many as it had expected.

        Bicycles are allowed outside the rush hour, dogs at any time.
        """;

    [Theory]
    [InlineData("By midnight on Sunday, 46,300 people had travelled on it, the operator Hallowmere Transit said. [1]")]
    [InlineData("According to the operator Hallowmere Transit, 46,300 people had travelled on it by midnight on Sunday. [1]")]
    [InlineData("Dogs are allowed at any time. [2]")]
    [InlineData("Bicycles are allowed outside the rush hour. [2]")]
    public void Keeps_what_the_article_says_beside_something_else(string claim)
    {
        var verdict = Some.Verdict(claim, Some.Passages(Opening, "en"));

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Theory]
    [InlineData("By midnight on Sunday, 46,300 people had travelled on it. [1]")]
    [InlineData("By midnight on Sunday, 64,300 people had travelled on it, the operator Hallowmere Transit said. [1]")]
    [InlineData("Bicycles are allowed at any time. [2]")]
    [InlineData("Dogs are allowed outside the rush hour. [2]")]
    public void Drops_what_joins_two_halves_wrongly_or_loses_the_speaker(string claim) =>
        Assert.Equal(VerdictOutcome.Dropped, Some.Verdict(claim, Some.Passages(Opening, "en")).Outcome);

    [Theory]
    [InlineData("The report was read by Norvia's mayor.", "Norvia's mayor read the report.")]
    [InlineData("The state paid 5 million euros to shopkeepers.", "Shopkeepers were paid 5 million euros by the state.")]
    [InlineData("Its claims were settled in 1990.", "In 1990, its claims were settled.")]
    [InlineData("Fewer people came than the mayor had hoped.", "Fewer people came.")]
    [InlineData("The bank dismissed him in March and repaid all.", "The bank repaid all.")]
    public void A_noun_and_a_yardstick_report_nothing(string sentence, string claim)
    {
        var statement = new Claimed(sentence, "en");

        Assert.Empty(statement.Speeches);
        Assert.Equal(VerdictOutcome.Supported, Some.Verdict($"{claim} [1]", Some.Passages(sentence, "en")).Outcome);
    }

    [Theory]
    [InlineData("More than half of the shopkeepers said that the line was late.")]
    [InlineData("Joan Pell reported a loss.")]
    [InlineData("The mayor claims that it fell.")]
    [InlineData("As the mayor said, it fell.")]
    [InlineData("The driver as well as the mayor said that it fell.")]
    public void A_verb_with_a_speaker_reports(string sentence) => Assert.NotEmpty(new Claimed(sentence, "en").Speeches);

    [Theory]
    [InlineData("Trams run every seven minutes, buses every ten minutes.", "Buses run every ten minutes.", VerdictOutcome.Supported)]
    [InlineData("Trams run every seven minutes, buses every ten minutes.", "Buses run every seven minutes.", VerdictOutcome.Dropped)]
    [InlineData("Trams were never allowed in the park, bicycles in the forest.", "Bicycles were allowed in the forest.", VerdictOutcome.Dropped)]
    [InlineData("If it rains, trams run every hour, buses every day.", "Buses run every day.", VerdictOutcome.Dropped)]
    public void A_half_without_its_verb_says_what_it_says_with_it(string sentence, string claim, VerdictOutcome outcome) =>
        Assert.Equal(outcome, Some.Verdict($"{claim} [1]", Some.Passages(sentence, "en")).Outcome);

    [Theory]
    [InlineData("en", "Ines Moreau, the ministry's official, added that the campaign against Norvia is not over, saying the dam remains a danger.", "Norvia", "Moreau")]
    [InlineData("en", "Ines Moreau warned that Norvia will grow, adding that the dam remains a danger.", "Norvia", "Moreau")]
    [InlineData("es", "Inés Moreau afirmó que la campaña contra Norvia no ha terminado, diciendo que la presa sigue siendo un peligro.", "Norvia", "Moreau")]
    public void Who_goes_on_speaking_is_who_spoke_before(string language, string sentence, string named, string speaker)
    {
        var speeches = new Claimed(sentence, language).Speeches;

        Assert.Equal(2, speeches.Length);
        Assert.All(speeches, speech => Assert.Contains(speaker, speech.Speaker.Names, StringComparer.OrdinalIgnoreCase));
        Assert.All(speeches, speech => Assert.DoesNotContain(named, speech.Speaker.Names, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("en", "Pavel Renn of the Bee House, who was not involved, said it was pure chance.", "renn")]
    [InlineData("en", "Ada Petty, who leads the group Save Tarn Bridge, said that it was pure chance.", "petty")]
    [InlineData("en", "Norvia could fall, and Ada Petty, who has said it was pure chance, will leave.", "petty")]
    [InlineData("en", "Ada Petty, who leads the group Save Tarn Bridge, has said that it was pure chance.", "petty")]
    [InlineData("en", "It was pure chance, Ada Petty, who leads Save Tarn Bridge, said.", "petty")]
    [InlineData("fr", "Ada Petty, qui dirige le groupe Pont de Tarn, a déclaré que c'était le hasard.", "petty")]
    public void A_relative_clause_names_no_speaker(string language, string sentence, string speaker)
    {
        var read = Assert.Single(new Claimed(sentence, language).Speeches).Speaker;
        Assert.Contains(speaker, read.Names);
        Assert.DoesNotContain(read.Names, name => name is "bridge" or "pont");
        Assert.DoesNotContain("involv", read.Roles);
    }
}
