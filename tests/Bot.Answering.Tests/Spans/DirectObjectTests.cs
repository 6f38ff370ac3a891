using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Answering.Spans;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Tests.Spans;

public sealed class DirectObjectTests
{
    [Theory]
    [InlineData("What did she study?", "She studied physics at the University of Tarn.", "University of Tarn", false)]
    [InlineData("What did she study?", "She studied physics at the University of Tarn.", "physics", true)]
    [InlineData("What did she study at?", "She studied physics at the University of Tarn.", "University of Tarn", true)]
    [InlineData("Where did she study?", "She studied physics at the University of Tarn.", "University of Tarn", true)]
    [InlineData("What did she study?", "In physics she was the best of all who studied.", "physics", true)]
    public void Where_it_was_done_is_not_what_it_was_done_to(string question, string sentence, string words, bool may)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);

        Assert.Equal(may, DirectObject.MayBe(new(QuestionReader.Read(question, "en"), sentence, new(sentence, "en"), FactReader.Read(sentence, "en")), new TextSpan(at, at + words.Length)));
    }
}
