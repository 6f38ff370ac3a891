using Bot.Answering.Checking;
using Bot.Answering.Tracing;

namespace Bot.Answering.Tests.Checking;

public sealed class FaithfulClaimTests
{
    [Theory]
    [InlineData("The Marsa Dam failed and the Karun River burst its banks on Tuesday. [1]")]
    [InlineData("Over 12,000 people had to leave the town of Belhaven. [1]")]
    [InlineData("More than 12,000 people were forced to leave Belhaven. [1]")]
    [InlineData("About 12,000 people had to leave Belhaven. [1]")]
    [InlineData("The river burst its banks on 7 May 2019. [1]")]
    [InlineData("The dam was built in 1974. [2]")]
    [InlineData("The dam held back 40 million cubic metres of water. [2]")]
    [InlineData("Engineers last inspected it in March 2017. [2]")]
    [InlineData("According to Interior Minister Lena Okafor, the repairs could take 6 to 9 months. [3]")]
    [InlineData("Repairs might take six to nine months, Okafor said. [3]")]
    [InlineData("Okafor said: \"We will rebuild every house.\" [3]")]
    [InlineData("\"Nobody will be left alone,\" Okafor said. [3]")]
    [InlineData("\"[Nobody] will be left alone\", Lena Okafor said. [3]")]
    [InlineData("The Green Alliance says the government ignored three warnings. [4]")]
    [InlineData("The opposition claims that the government ignored three warnings. [4]")]
    [InlineData("Okafor denied that any warning had reached her office. [4]")]
    [InlineData("About 200 soldiers are working in Belhaven. [5]")]
    [InlineData("Around 200 soldiers and 30 engineers work in Belhaven. [5]")]
    [InlineData("Some families have returned. [5]")]
    [InlineData("Most residents remain in shelters. [5]")]
    [InlineData("Water levels fall faster in Belhaven than in Torvik. [6]")]
    [InlineData("If the inspection on Friday finds no cracks, the northern bridge will reopen. [6]")]
    [InlineData("The REI will publish its report on May 14, 2019. [7]")]
    [InlineData("The Royal Engineering Institute will publish its report on 14 May 2019. [7]")]
    [InlineData("The dam's spillway was probably too small, according to the Royal Engineering Institute. [7]")]
    [InlineData("Mayor Tomas Brandt hopes that the schools will open in September. [8]")]
    [InlineData("Norvia paid three million euros to farmers. [9]")]
    [InlineData("Farmers were paid 3 million euros by Norvia. [9]")]
    [InlineData("Torvik was founded in 1870. [10]")]
    [InlineData("The Green Alliance was sued by Norvia in Torvik last month. [11]")]
    [InlineData("In Torvik, Norvia sued the Green Alliance last month. [11]")]
    [InlineData("Moreau said the danger is not over. [12]")]
    [InlineData("Based on the passages, the dam was built in 1974. [2]")]
    [InlineData("The dam was built in 1974 and the engineers inspected it for the last time in March 2017. [2]")]
    [InlineData("Norvia paid 3 million euros to farmers, and the state paid 5 million euros to shopkeepers. [9]")]
    [InlineData("Torvik was founded 50 years after Belhaven was founded. [10]")]
    [InlineData("About 200 soldiers and 30 engineers are working in Belhaven. [5]")]
    public void Keeps_what_a_passage_says(string claim)
    {
        var verdict = Some.Verdict(claim, Some.DamPassages);

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Theory]
    [InlineData("de", "Über 12.000 Menschen mussten Belhaven verlassen. [1]")]
    [InlineData("de", "Die Reparaturen könnten sechs bis neun Monate dauern, sagte Okafor. [2]")]
    [InlineData("de", "Laut Innenministerin Lena Okafor könnten die Reparaturen 6 bis 9 Monate dauern. [2]")]
    [InlineData("de", "Die Brücke im Norden wurde nicht beschädigt. [2]")]
    [InlineData("de", "Okafor nannte den Bruch \"eine Katastrophe\" für die Stadt. [4]")]
    [InlineData("de", "Der Damm wurde 1974 gebaut. [4]")]
    [InlineData("es", "Más de 12.000 personas tuvieron que abandonar la ciudad de Belhaven. [1]")]
    [InlineData("es", "Según la ministra Lena Okafor, las obras podrían durar entre seis y nueve meses. [2]")]
    [InlineData("es", "El puente del norte no sufrió daños. [2]")]
    [InlineData("fr", "Plus de 12 000 personnes ont dû quitter la ville de Belhaven. [1]")]
    [InlineData("fr", "Selon la ministre Lena Okafor, les réparations pourraient durer de six à neuf mois. [2]")]
    [InlineData("fr", "Le pont du nord n'a pas été endommagé. [2]")]
    public void Keeps_what_a_passage_says_in_other_languages(string language, string claim)
    {
        var passages = language switch { "de" => Some.GermanPassages, "es" => Some.SpanishPassages, _ => Some.FrenchPassages };

        var verdict = Some.Verdict(claim, passages, language);

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Theory]
    [InlineData("The Lorne Road Bridge was closed on Monday by the Royal Roads Authority. [1]")]
    [InlineData("The Lorne Road Bridge, which carried 46,300 cars a day, was closed on Monday by the Royal Roads Authority (RRA). [1]")]
    [InlineData("The ferries are running. [1]")]
    public void Keeps_what_leaves_out_a_parenthesis_a_clause_or_a_lead(string claim) => Kept(claim);

    [Theory]
    [InlineData("The Lorne Road Bridge carried about 46,000 cars a day. [1]")]
    [InlineData("The Royal Roads Authority will probably test the pillars. [1]")]
    [InlineData("The Lorne Road Bridge was closed on Monday by the RRA. [1]")]
    public void Keeps_a_rounded_number_and_an_abbreviated_name(string claim) => Kept(claim);

    [Theory]
    [InlineData("The centre was designed by Tod Winter and Billie Sand.", "Tod Winter and Billie Sand designed the centre.")]
    [InlineData("The governor was adopted by James Wick for use on a steam engine in 1788.", "James Wick adopted the governor for use on a steam engine in 1788.")]
    [InlineData("Belhaven was occupied by Norvia in 1915.", "Norvia occupied Belhaven in 1915.")]
    [InlineData("Its growth was reversed by the loss of the colonies in 1776.", "The loss of the colonies reversed its growth in 1776.")]
    [InlineData("The Torvik Palace Garden was remodelled by Franz Anders.", "Franz Anders remodelled the Torvik Palace Garden.")]
    [InlineData("The first match was contested by Norvia and Torvik on 30 November 1872.", "Norvia and Torvik contested the first match on 30 November 1872.")]
    [InlineData("Kendra Moss founded the Lorne Bakery in 2002.", "The Lorne Bakery was founded by Kendra Moss in 2002.")]
    [InlineData("Heinrich Moss was selected by the Torvik Rowers in 2013.", "The Torvik Rowers selected Heinrich Moss in 2013.")]
    [InlineData("Royal power was ended by the victory of the Green Alliance in the war.", "The victory of the Green Alliance ended royal power in the war.")]
    [InlineData("The act was signed by Governor Ines Falk of Norvia on Monday.", "Governor Ines Falk of Norvia signed the act on Monday.")]
    [InlineData("The council dismissed the director in May.", "The director was dismissed by the council in May.")]
    [InlineData("The director was dismissed by the council.", "The council dismissed the director.")]
    [InlineData("In May the council dismissed the director.", "The council dismissed the director in May.")]
    [InlineData("The bridge was opened by the mayor on Monday.", "The bridge was opened on Monday by the mayor.")]
    public void Keeps_the_active_for_the_passive_and_the_other_way_round(string sentence, string claim)
    {
        var verdict = Some.Verdict($"{claim} [1]", Some.Passages(sentence, "en"));

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Theory]
    [InlineData("The dam failed on Tuesday, engineers found.", "The dam failed on 7 May 2019, engineers found.")]
    [InlineData("Trading on Monday was slow, and on Tuesday the market closed.", "Trading on 6 May 2019 was slow.")]
    [InlineData("The minister resigned on Wednesday after the report.", "The minister resigned on May 8, 2019 after the report.")]
    [InlineData("Okafor led the ministry from 2004 to 2011.", "Okafor led the ministry for 7 years.")]
    [InlineData("The war lasted from 1902 until 1908 and ruined Norvia.", "The war lasted for 6 years and ruined Norvia.")]
    public void Keeps_a_date_for_a_weekday_and_a_difference_of_two_dates(string sentence, string claim)
    {
        var verdict = Some.Verdict($"{claim} [1]", Some.Passages(sentence, "en"));

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Fact]
    public void Keeps_a_date_out_of_which_a_parenthesis_was_taken()
    {
        var verdict = Some.Verdict("図書館は2009年4月に横浜で開館した。[1]", Some.JapanesePassages, "ja");

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Fact]
    public void Keeps_two_numbers_of_one_thing_when_what_stood_between_them_is_left_out()
    {
        var verdict = Some.Verdict("Line 1 runs for 11.4 kilometres with 17 stops. [1]", Some.TramPassages);

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }

    [Fact]
    public void Every_sentence_of_a_passage_that_is_not_a_bare_quotation_supports_itself()
    {
        foreach (var passage in Some.DamPassages)
        {
            foreach (var sentence in passage.Passage.Sentences.Select(span => span.In(passage.Passage.Article.Text)).Where(text => !text.StartsWith('"')))
            {
                var verdict = Some.Verdict($"{sentence} [{passage.Number}]", Some.DamPassages);

                Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
            }
        }
    }

    [Fact]
    public void Cites_the_sentence_and_not_its_passage()
    {
        var claim = Assert.Single(Checker.Check("Most residents remain in shelters. [5]", Some.DamPassages, "en").Claims);

        Assert.Equal("Some families have returned, but most residents remain in shelters.", Assert.Single(claim.Citations).Quote);
    }

    [Fact]
    public void Cites_both_operands_of_a_derived_number()
    {
        var claim = Assert.Single(Checker.Check("Torvik was founded 50 years after Belhaven was founded. [10]", Some.DamPassages, "en").Claims);

        Assert.Equal(2, claim.Citations.Length);
    }

    [Fact]
    public void Cites_the_date_of_publication_when_a_weekday_was_counted_from_it()
    {
        var claim = Assert.Single(Checker.Check("The river burst its banks on 7 May 2019. [1]", Some.DamPassages, "en").Claims);

        Assert.Contains(claim.Citations, citation => citation.Place == "dam-en#published");
    }

    [Fact]
    public void Cites_the_sentence_that_names_the_speaker_too()
    {
        var claim = Assert.Single(Checker.Check("\"Nobody will be left alone,\" Okafor said. [3]", Some.DamPassages, "en").Claims);

        Assert.Equal(["\"Nobody will be left alone.\"", "Interior Minister Lena Okafor said that the repairs could take six to nine months.", "\"We will rebuild every house,\" she said at a meeting in the town hall."],
            claim.Citations.Select(citation => citation.Quote));
    }

    private static void Kept(string claim)
    {
        var verdict = Some.Verdict(claim, Some.BridgePassages);

        Assert.True(verdict.Outcome == VerdictOutcome.Supported, verdict.ToString());
    }
}
