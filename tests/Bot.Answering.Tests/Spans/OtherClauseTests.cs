using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class OtherClauseTests
{
    [Theory]
    [InlineData("When does Renn want it?", "Voss wants it by 2029; Renn promised it two years sooner.", "2029", true)]
    [InlineData("When does Voss want it?", "Voss wants it by 2029; Renn promised it two years sooner.", "2029", false)]
    [InlineData("When did Renn score?", "Voss scored in the 10th minute, while Renn scored in the 80th.", "10th", true)]
    [InlineData("When did Renn score?", "Voss scored in the 10th minute, while Renn scored in the 80th.", "80th", false)]
    [InlineData("When does Renn want it?", "Renn promised it; he wants it by 2029.", "2029", false)]
    [InlineData("When does Tarn want it?", "Voss wants it by 2029; Renn promised it two years sooner.", "2029", false)]
    [InlineData("Who beat Renn?", "Renn lost; the winner was Voss.", "Voss", false)]
    [InlineData("When is it wanted?", "Voss wants it by 2029; Renn promised it two years sooner.", "2029", false)]
    public void What_a_clause_says_of_others_alone_is_not_said_of_whom_the_question_names(string question, string sentence, string words, bool other)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);

        Assert.Equal(other, OtherClause.Has(new(QuestionReader.Read(question, "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en")), new TextSpan(at, at + words.Length)));
    }
}
