using Bot.Evaluation.Claims;

namespace Bot.Evaluation.Tests.Claims;

public sealed class NoiseTests
{
    private static readonly DateTimeOffset Thursday = new(2019, 5, 9, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("ar")]
    [InlineData("zh")]
    [InlineData("ja")]
    public void The_rules_of_a_language_can_be_read(string language) => Assert.NotEmpty(RuleBook.For(language)!.Rules);

    [Fact]
    public void A_language_without_rules_has_none() => Assert.Null(RuleBook.For("fi"));

    [Theory]
    [InlineData("number", "The dam held 40 turbines and a lake of 12 islands.", "40", "12")]
    [InlineData("unit", "The road along the lake is 40 miles long.", "miles")]
    [InlineData("date", "The dam was built in 1974 by a company from Tarn.", "1974")]
    [InlineData("month", "Engineers inspected the dam again in March 2017.", "March")]
    [InlineData("negation dropped", "The northern bridge was not damaged by the flood.", " not")]
    [InlineData("certainty", "The repairs of the dam could take six months.", "could")]
    [InlineData("quantity", "After the flood some families returned to the town.", "some")]
    [InlineData("condition dropped", "The northern bridge will open again on Friday if the inspection finds no cracks.", " if")]
    [InlineData("said dropped", "Okafor said that the repairs would begin soon.", "said")]
    public void A_corruption_takes_the_right_word_away(string kind, string sentence, params string[] words)
    {
        var made = Some.Made(kind, Some.Sentence(sentence));

        Assert.NotNull(made);
        Assert.Contains(words, word => !made.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("clause dropped", "The dam, which was built in 1974, held back a large lake.", "The dam held back a large lake.")]
    [InlineData("clause dropped", "The dam (built in 1974) held back a large lake.", "The dam held back a large lake.")]
    [InlineData("said moved", "Okafor said that the repairs would begin in the north.", "According to Okafor, the repairs would begin in the north.")]
    [InlineData("active and passive", "The dam was designed by Ada Brandt in 1974.", "Ada Brandt designed the dam in 1974.")]
    [InlineData("active and passive", "It was later rebuilt by Norvia, which also paid for the road.", "Norvia later rebuilt it.")]
    [InlineData("active and passive", "The report on the dam was written by Ada Brandt.", "Ada Brandt wrote the report on the dam.")]
    [InlineData("active and passive", "The dam in the north is owned by the city of Tarn.", "The city of Tarn owns the dam in the north.")]
    [InlineData("active and passive", "In 1974, Norvia opened the dam.", "In 1974, the dam was opened by Norvia.")]
    [InlineData("number in words", "The lake behind the dam has 12 islands in it.", "The lake behind the dam has twelve islands in it.")]
    [InlineData("rounded", "The flood cost the town with 46,300 people dearly.", "The flood cost the town with about 46,000 people dearly.")]
    [InlineData("difference of two dates", "Brandt served as mayor of Tarn from 1974 to 1981.", "Brandt served as mayor of Tarn for 7 years.")]
    public void A_rewording_says_the_same(string kind, string sentence, string reworded) => Assert.Equal(reworded, Some.Made(kind, Some.Sentence(sentence)));

    [Theory]
    [InlineData("The dam was designed by Ada Brandt in 1974.", "Ada Brandt was designed by the dam in 1974.")]
    [InlineData("The city council dismissed the director.", "The director dismissed the city council.")]
    public void Who_does_and_who_it_is_done_to_change_places(string sentence, string swapped) =>
        Assert.Equal(swapped, Some.Made("doer and done to swapped", Some.Sentence(sentence)));

    [Theory]
    [InlineData("The dam was married to the lake by Ada Brandt.")]
    [InlineData("The dam was not designed by Ada Brandt.")]
    public void Nobody_changes_places_where_it_might_stay_true(string sentence) => Assert.Null(Some.Made("doer and done to swapped", Some.Sentence(sentence)));

    [Theory]
    [InlineData("The dam failed on Tuesday evening, engineers found.", "^The dam failed on the evening of (7 May 2019|May 7, 2019), engineers found[.]$")]
    [InlineData("Engineers warned Tuesday that the dam had cracks.", "^Engineers warned on (7 May 2019|May 7, 2019) that the dam had cracks[.]$")]
    public void A_weekday_without_on_or_with_a_time_of_day_becomes_a_date_too(string sentence, string dated) =>
        Assert.Matches(dated, Some.Made("date for weekday", Some.Sentence(sentence, published: Thursday)));

    [Fact]
    public void A_weekday_becomes_the_last_one_before_publication() =>
        Assert.Matches("^The dam failed on (7 May 2019|May 7, 2019), engineers found[.]$", Some.Made("date for weekday", Some.Sentence("The dam failed on Tuesday, engineers found.", published: Thursday)));

    [Fact]
    public void An_acronym_needs_a_definition_in_the_article()
    {
        const string Sentence = "Repairs were ordered by the Royal Engineering Institute.";

        Assert.Equal("Repairs were ordered by the REI.", Some.Made("acronym", Some.Sentence(Sentence, "The Royal Engineering Institute (REI) inspects dams.")));
        Assert.Equal("Repairs were ordered by the REI.", Some.Made("acronym", Some.Sentence(Sentence, "Ask the Royal Engineering Institute or REI, as it is called.")));
        Assert.Null(Some.Made("acronym", Some.Sentence(Sentence, "The institute inspects dams.")));
    }

    [Fact]
    public void No_word_is_put_in_that_stands_around()
    {
        // All months but one stand in the passage.
        var sentence = Some.Sentence("Engineers inspected the dam in March 2017 and also in January, February, April, May, June, July, August, September, October and November.");

        Assert.Contains("December 2017", Some.Made("month", sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_swapped_for_another_of_the_article_that_does_not_stand_around()
    {
        var made = Some.Made("name", Some.Sentence("The dam was built by Brandt for the town.", "The lake was dug by Okafor for the farmers."));

        Assert.Equal("The dam was built by Okafor for the town.", made);
    }

    [Theory]
    [InlineData("more than 40 turbines", 40, 1000)]
    [InlineData("fewer than 40 turbines", 1, 40)]
    public void What_bounds_a_number_stays_untrue_of_the_other(string words, int above, int below)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var made = Some.Made("number", Some.Sentence($"The dam held {words} behind its wall."), seed)!;

            Assert.InRange(int.Parse(string.Concat(made.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture), above + 1, below - 1);
        }
    }

    [Fact]
    public void What_a_negation_already_denies_is_not_denied_again() =>
        Assert.Null(Some.Made("negation added", Some.Sentence("The bridge was damaged, but the dam was not damaged by the flood.")));
}
