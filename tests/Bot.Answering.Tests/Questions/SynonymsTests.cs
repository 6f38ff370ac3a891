using Bot.Answering.Ranking;
using Bot.Answering.Tests.Pipeline;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Tests.Questions;

public sealed class SynonymsTests
{
    [Theory]
    [InlineData("en", "bought", "The council acquired a ship.")]
    [InlineData("es", "compró", "El ayuntamiento adquirió un barco.")]
    public void An_everyday_word_stands_for_another(string language, string asked, string said) =>
        Assert.Equal(TermMatch.SynonymWeight, new TermMatch(said, language).Of(TextAnalysis.Terms(asked, language)[0].Text));

    [Theory]
    [InlineData("en", "The harbour closed in March.", "When did the harbour close?", 0)]
    [InlineData("es", "El puerto cerró en marzo.", "¿Cuándo cerró el puerto?", 1)]
    public async Task A_few_of_them_do_not_make_a_missing_word_tell_as_much_as_in_English(string language, string text, string question, double unaided)
    {
        await using var bot = AskedBot.Over(("port.md", $"---\ntitle: Puerto\nlanguage: {language}\n---\n\n{text}\n"));

        var (_, trace) = await bot.AskAsync(question);

        Assert.Equal(unaided, trace.Signals["unaided"]);
    }
}
