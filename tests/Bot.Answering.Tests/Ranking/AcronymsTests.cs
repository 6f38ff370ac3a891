using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.Checking;

namespace Bot.Answering.Tests.Ranking;

public sealed class AcronymsTests
{
    private const string Known = "The Norvian Civic Guard (NCG) met. The Tarn Union of Bakers did not.";

    [Theory]
    [InlineData("Who backs the NCG?", "NCG", "The Norvian Civic Guard was backed by Tarn.", true)]
    [InlineData("Who backs the NCG?", "NCG", "The Norvian Guard was backed by Tarn.", false)]
    [InlineData("Who backs the NCG?", "NCG", "The Tarn-backed Norvian Civic Guard held off.", true)]
    [InlineData("Who backs the TUB?", "TUB", "The Tarn Union of Bakers was backed by Norvia.", true)]
    [InlineData("Who backs the Norvian Civic Guard?", "Civic", "The NCG was backed by Tarn.", true)]
    [InlineData("Who backs the Norvian Civic Guild?", "Civic", "The NCG was backed by Tarn.", false)]
    [InlineData("Who backs the WHO?", "WHO", "The World Office was backed by Tarn.", false)]
    [InlineData("Who backs the ncg?", "ncg", "The Norvian Civic Guard was backed by Tarn.", false)]
    public void A_name_in_letters_stands_for_one_in_full_that_the_article_has(string question, string word, string sentence, bool has)
    {
        var read = QuestionReader.Read(question, "en");
        var term = read.Terms.FirstOrDefault(term => term.Span.In(question) == word, new(word, new(question.IndexOf(word, StringComparison.Ordinal), question.IndexOf(word, StringComparison.Ordinal) + word.Length), true, false));

        Assert.Equal(has, new Acronyms(read).Has(term, sentence, FactReader.Read(sentence, "en"), Some.Passages(Known, "en")[0].Passage.Article));
    }
}
