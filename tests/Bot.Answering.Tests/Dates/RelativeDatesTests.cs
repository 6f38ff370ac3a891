using Bot.Answering.Dates;

namespace Bot.Answering.Tests.Dates;

public sealed class RelativeDatesTests
{
    private static readonly DateOnly Saturday = new(2019, 3, 23);

    [Theory]
    [InlineData("Fighters declared victory on Saturday.", "en", "March 23, 2019")]
    [InlineData("On Friday, the ministry spoke.", "en", "March 22, 2019")]
    [InlineData("It happened yesterday.", "en", "March 22, 2019")]
    [InlineData("It fell last month.", "en", "February 2019")]
    [InlineData("It fell last year.", "en", "2018")]
    [InlineData("The council will vote on Tuesday.", "en", "March 26, 2019")]
    [InlineData("The pool will close because it has no staff, the council said on Friday.", "en", "March 22, 2019")]
    [InlineData("The mayor said the pool would close on Friday.", "en", "March 29, 2019")]
    [InlineData("On Friday, the mayor said that the pool would close.", "en", "March 22, 2019")]
    [InlineData("The firm said some villages might have to wait until Friday.", "en", "March 29, 2019")]
    [InlineData("The storm was likely to arrive on Friday.", "en", "March 29, 2019")]
    [InlineData("The vote will be held next Friday, as was said before.", "en", "March 29, 2019")]
    [InlineData("Shops could not take cards on Friday after an update failed.", "en", "March 22, 2019")]
    [InlineData("Das Bad wird schließen, teilte die Stadt am Freitag mit.", "de", "22. März 2019")]
    [InlineData("On Friday, the council will vote.", "en", "March 29, 2019")]
    [InlineData("El puente reabrió este viernes al tráfico de peatones, antes de lo previsto.", "es", "22 de marzo de 2019")]
    [InlineData("Er sprach am Freitag.", "de", "22. März 2019")]
    [InlineData("Ocurrió ayer.", "es", "22 de marzo de 2019")]
    [InlineData("Il a parlé vendredi.", "fr", "22 mars 2019")]
    public void Resolves_from_the_day_of_writing(string sentence, string language, string expected) =>
        Assert.Equal(expected, Assert.Single(RelativeDates.Find(sentence, language)).Resolve(Saturday, language));

    [Fact]
    public void A_week_runs_from_monday_to_sunday() =>
        Assert.Equal("March 11, 2019 – March 17, 2019", Assert.Single(RelativeDates.Find("It began last week.", "en")).Resolve(Saturday, "en"));

    [Theory]
    [InlineData("It happened on Saturday, March 23, 2019.")]
    [InlineData("The Saturdayish mood was over.")]
    [InlineData("It happened in 2014.")]
    public void A_date_on_the_calendar_is_not_relative(string sentence) => Assert.Empty(RelativeDates.Find(sentence, "en"));

    [Theory]
    [InlineData("The museum is closed every Monday.", "en")]
    [InlineData("The desk is open Monday to Friday.", "en")]
    [InlineData("Circulará todos los días excepto los martes.", "es")]
    [InlineData("La oficina abre de lunes a viernes.", "es")]
    [InlineData("Das Bad ist jeden Montag geschlossen.", "de")]
    [InlineData("Das Amt hat von Montag bis Freitag geöffnet.", "de")]
    [InlineData("Le musée est fermé le mardi.", "fr")]
    public void A_day_that_comes_again_and_again_is_no_date(string sentence, string language) => Assert.Empty(RelativeDates.Find(sentence, language));

    [Fact]
    public void A_language_without_words_has_no_relative_dates() => Assert.Empty(RelativeDates.Find("Saturday", "fi"));
}
