using Bot.Answering.Tracing;

namespace Bot.Answering.Tests.Checking;

public sealed class CorruptedClaimTests
{
    [Theory]
    [InlineData("More than 13,000 people had to leave Belhaven. [1]", "13,000")]
    [InlineData("12,000 people had to leave Belhaven. [1]", "12,000")]
    [InlineData("Exactly 12,000 people had to leave Belhaven. [1]", "12,000")]
    [InlineData("Fewer than 12,000 people had to leave Belhaven. [1]", "12,000")]
    [InlineData("The dam held back 40 million litres of water. [2]", "40 million")]
    [InlineData("The dam held back 40 billion cubic metres of water. [2]", "40 billion")]
    [InlineData("The repairs could take six to nine weeks, Okafor said. [3]", "six to nine weeks")]
    [InlineData("The repairs could take nine months, Okafor said. [3]", "nine months")]
    [InlineData("The river burst its banks on Wednesday. [1]", "Wednesday")]
    [InlineData("The river burst its banks on 8 May 2019. [1]", "8 May 2019")]
    [InlineData("The dam was built in 1975. [2]", "1975")]
    [InlineData("Engineers inspected it for the last time in April 2017. [2]", "April 2017")]
    [InlineData("Engineers inspected it for the last time in March 2018. [2]", "March 2018")]
    [InlineData("The REI will publish its report on 15 May 2019. [7]", "15 May 2019")]
    [InlineData("The Tigris River burst its banks on Tuesday. [1]", "Tigris")]
    [InlineData("About 200 soldiers and 30 engineers are working in Torvik. [5]", "Torvik")]
    [InlineData("Paris was founded in 1820. [10]", "Paris")]
    [InlineData("Mayor Lena Okafor hopes that the schools will open in September. [8]", "Lena Okafor")]
    public void Catches_another_number_unit_date_or_name(string claim, string named)
    {
        var verdict = Some.Verdict(claim, Some.DamPassages);

        Assert.True(verdict.Outcome == VerdictOutcome.Dropped, claim);
        Assert.Contains(named, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The northern bridge was damaged. [6]")]
    [InlineData("The Marsa Dam did not fail on Tuesday. [1]")]
    [InlineData("Norvia never paid 3 million euros to farmers. [9]")]
    [InlineData("Okafor said that any warning had reached her office. [4]")]
    [InlineData("Okafor confirmed that a warning had reached her office. [4]")]
    public void Catches_a_negation_added_or_dropped(string claim) => Dropped(claim);

    [Theory]
    [InlineData("Okafor said that the repairs will take six to nine months. [3]")]
    [InlineData("Okafor said that the repairs take six to nine months. [3]")]
    [InlineData("According to the REI, the dam's spillway was too small. [7]")]
    [InlineData("The REI has published its report. [7]")]
    [InlineData("The REI could publish its report on 14 May 2019. [7]")]
    [InlineData("Mayor Tomas Brandt said that the schools will open in September. [8]")]
    [InlineData("All families have returned. [5]")]
    [InlineData("Most families have returned. [5]")]
    [InlineData("All residents remain in shelters. [5]")]
    [InlineData("Residents remain in shelters. [5]")]
    public void Catches_a_changed_certainty_or_quantity(string claim) => Dropped(claim);

    [Theory]
    [InlineData("The northern bridge will reopen. [6]")]
    [InlineData("The northern bridge was not damaged and will reopen. [6]")]
    [InlineData("If it rains, the dam was built in 1974. [2]")]
    public void Catches_a_condition_dropped_or_added(string claim) => Dropped(claim);

    [Theory]
    [InlineData("The government ignored three warnings. [4]")]
    [InlineData("The repairs could take six to nine months. [3]")]
    [InlineData("The dam's spillway was probably too small. [7]")]
    [InlineData("The schools will open in September. [8]")]
    [InlineData("No warning had reached Okafor's office. [4]")]
    [InlineData("\"We will rebuild every house.\" [3]")]
    [InlineData("Every house will be rebuilt. [3]")]
    [InlineData("\"Nobody will be left alone.\" [3]")]
    [InlineData("Nobody will be left alone. [3]")]
    public void Catches_one_sides_claim_told_as_fact(string claim) => Dropped(claim);

    [Theory]
    [InlineData("Tomas Brandt said that the repairs could take six to nine months. [3]")]
    [InlineData("Okafor claims the government ignored three warnings. [4]")]
    [InlineData("The Green Alliance denied that any warning had reached her office. [4]")]
    [InlineData("According to Okafor, the dam's spillway was probably too small. [7]")]
    [InlineData("\"Nobody will be left alone,\" Brandt said. [3]")]
    [InlineData("The Energy Ministry said the danger is not over. [12]")]
    [InlineData("Okafor's spokesman said that the repairs could take six to nine months. [3]")]
    [InlineData("Okafor said that the dam was built in 1974. [2]")]
    public void Catches_another_speaker(string claim) => Dropped(claim);

    [Theory]
    [InlineData("Okafor said: \"We will rebuild each house.\" [3]")]
    [InlineData("Okafor said: \"We must rebuild every house.\" [3]")]
    [InlineData("Okafor called the dam \"a disgrace\". [3]")]
    public void Catches_a_changed_quotation(string claim) => Dropped(claim);

    [Theory]
    [InlineData("The state paid 3 million euros to farmers. [9]")]
    [InlineData("Norvia paid 5 million euros to farmers. [9]")]
    [InlineData("Torvik was founded in 1820. [10]")]
    [InlineData("The dam was inspected for the last time in 1974. [2]")]
    [InlineData("Water levels are falling faster in Torvik than in Belhaven. [6]")]
    [InlineData("Water levels are falling slower in Belhaven than in Torvik. [6]")]
    [InlineData("Some residents remain in shelters. [5]")]
    [InlineData("30 soldiers and 200 engineers are working in Belhaven. [5]")]
    [InlineData("The Green Alliance sued Norvia in Torvik last month. [11]")]
    [InlineData("Norvia was sued by the Green Alliance in Torvik last month. [11]")]
    [InlineData("Norvia sued the Green Alliance in Torvik last week. [11]")]
    [InlineData("Torvik was founded 60 years after Belhaven was founded. [10]")]
    public void Catches_crossed_facts(string claim) => Dropped(claim);

    [Theory]
    [InlineData("In Tarn, Jonas Adler paints boats. [2]", "Tarn")]
    [InlineData("In Lorne, Ines Falk paints boats. [2]", "Ines Falk")]
    [InlineData("The RRA will test the pillars. [1]", "probably")]
    [InlineData("The Lorne Road Bridge carried about 47,000 cars a day. [1]", "47,000")]
    [InlineData("If it rains, the painters stay at home, and they go skiing. [2]", "if")]
    [InlineData("The ferry was declared lost in spring. [3]", "According to the mayor")]
    [InlineData("The RRA will probably test the pillars, and it was sold to an investor abroad. [1]", "investor")]
    public void Catches_what_stands_in_the_place_of_another_word_or_is_put_in_or_left_out(string claim, string named)
    {
        var verdict = Some.Verdict(claim, Some.BridgePassages);

        Assert.True(verdict.Outcome == VerdictOutcome.Dropped, claim);
        Assert.Contains(named, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Catches_a_name_that_a_clause_of_the_claim_finds_in_another_sentence() =>
        Assert.Equal(VerdictOutcome.Dropped, Some.Verdict("Past guests of the summer festival in Torvik were Tomas Brandt and Jonas Adler. [1]", Some.Passages("Past guests of the summer festival in Torvik were Tomas Brandt and Ines Falk. Jonas Adler sings.", "en")).Outcome);

    [Fact]
    public void Catches_another_place_where_no_capital_tells_it() =>
        Assert.Contains("神戸", Some.Verdict("図書館は2009年(平成21年)4月に神戸で開館した。[1]", Some.JapanesePassages, "ja").Reason, StringComparison.Ordinal);

    [Fact]
    public void Catches_the_number_of_another_thing_in_the_same_sentence() =>
        Assert.Equal(VerdictOutcome.Dropped, Some.Verdict("Line 2 has 12 stops. [1]", Some.TramPassages).Outcome);

    [Theory]
    [InlineData("The volunteers were paid well. [8]")]
    [InlineData("The dam was sold to a foreign investor. [2]")]
    [InlineData("Yes. [1]")]
    [InlineData("Experts everywhere agree that climate change was the cause. [1]")]
    public void Catches_what_no_passage_says(string claim) => Dropped(claim);

    [Theory]
    [InlineData("de", "Über 13.000 Menschen mussten Belhaven verlassen. [1]")]
    [InlineData("de", "12.000 Menschen mussten Belhaven verlassen. [1]")]
    [InlineData("de", "Die Brücke im Norden wurde beschädigt. [2]")]
    [InlineData("de", "Wolfram sagte, die Reparaturen könnten sechs bis neun Monate dauern. [2]")]
    [InlineData("de", "Die Brücke im Süden wurde nicht beschädigt. [2]")]
    [InlineData("de", "Die Reparaturen könnten sechs bis neun Monate dauern. [2]")]
    [InlineData("de", "Lena Okafor sagte, die Reparaturen werden sechs bis neun Monate dauern. [2]")]
    [InlineData("de", "Die Regierung hat drei Warnungen ignoriert. [3]")]
    [InlineData("es", "Más de 13.000 personas tuvieron que abandonar la ciudad de Belhaven. [1]")]
    [InlineData("es", "El puente del norte sufrió daños. [2]")]
    [InlineData("es", "Las obras podrían durar entre seis y nueve meses. [2]")]
    [InlineData("es", "La ministra Lena Okafor dijo que las obras podrían durar entre seis y nueve semanas. [2]")]
    [InlineData("fr", "Plus de 13 000 personnes ont dû quitter la ville de Belhaven. [1]")]
    [InlineData("fr", "Le pont du nord a été endommagé. [2]")]
    [InlineData("fr", "Les réparations pourraient durer de six à neuf mois. [2]")]
    [InlineData("fr", "La ministre Lena Okafor a déclaré que les réparations dureront de six à neuf mois. [2]")]
    public void Catches_corruptions_in_other_languages(string language, string claim)
    {
        var passages = language switch { "de" => Some.GermanPassages, "es" => Some.SpanishPassages, _ => Some.FrenchPassages };

        var verdict = Some.Verdict(claim, passages, language);

        Assert.True(verdict.Outcome == VerdictOutcome.Dropped, claim);
        Assert.NotEmpty(verdict.Reason);
    }

    [Theory]
    [InlineData("Output falls by 20% to 30% in winter.", "Output falls by 20% to 30 kilometres in winter.")]
    [InlineData("Output falls by $2 to 3 million a year.", "Output falls by 2 to 3 million euros a year.")]
    public void Catches_another_unit_after_a_range(string sentence, string claim) =>
        Assert.Equal(VerdictOutcome.Dropped, Some.Verdict($"{claim} [1]", Some.Passages(sentence, "en")).Outcome);

    [Theory]
    [InlineData("The council dismissed the director in May.", "The director dismissed the council in May.")]
    [InlineData("The council dismissed the director in May.", "The council was dismissed by the director in May.")]
    [InlineData("The director was dismissed by the council.", "The council was dismissed by the director.")]
    [InlineData("The director was dismissed by the council.", "The director dismissed the council.")]
    [InlineData("The driver hit a second cyclist with his car.", "A second cyclist hit the driver with his car.")]
    public void Catches_who_does_and_who_it_is_done_to_in_each_others_place(string sentence, string claim)
    {
        var verdict = Some.Verdict($"{claim} [1]", Some.Passages(sentence, "en"));

        Assert.Equal(VerdictOutcome.Dropped, verdict.Outcome);
        Assert.Contains("changed places", verdict.Reason, StringComparison.Ordinal);
    }

    private static void Dropped(string claim)
    {
        var verdict = Some.Verdict(claim, Some.DamPassages);

        Assert.True(verdict.Outcome == VerdictOutcome.Dropped, claim);
        Assert.NotEmpty(verdict.Reason);
    }
}
