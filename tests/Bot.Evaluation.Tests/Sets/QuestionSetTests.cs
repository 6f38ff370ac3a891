using Bot.Evaluation.Sets;

namespace Bot.Evaluation.Tests.Sets;

public sealed class QuestionSetTests : IDisposable
{
    private readonly SetFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_articles_and_questions()
    {
        _folder.Write("one", """{"id":"1", "article_id":"bridge", "question":"Who opened it?", "answers":["Queen Ada"], "answerable":true, "kind":"extractive", "para":[0], "more":7}""");

        var set = Assert.Single(_folder.Read());

        Assert.Equal(("one", 2), (set.Name, set.Articles.Length));
        var question = Assert.Single(set.Questions);
        Assert.Equal(("Who opened it?", "bridge", "Queen Ada"), (question.Text, question.ToQuestion().Article, question.Answers[0]));
        Assert.True(question.IsExtractive);
    }

    [Fact]
    public void Reads_only_what_is_marked_for_a_quick_look()
    {
        _folder.Write("one", """{"id":"1", "question":"Who?", "quick":true}""", """{"id":"2", "question":"When?"}""");

        Assert.Equal("1", Assert.Single(Assert.Single(_folder.Read(quick: true)).Questions).Id);
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_named()
    {
        _folder.Write("one", """{"id":"1", "question":"Who?"}""", """{"id":"2"}""");

        var error = Assert.Throws<InvalidDataException>(() => _folder.Read());

        Assert.Contains("one.questions.jsonl, line 2: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("question", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_is_not_there_is_named_with_those_that_are()
    {
        _folder.Write("one");

        var error = Assert.Throws<InvalidDataException>(() => QuestionSet.Read(_folder.Path, ["two"], quick: false));

        Assert.Contains("no set 'two'", error.Message, StringComparison.Ordinal);
        Assert.Contains("one", error.Message, StringComparison.Ordinal);
    }
}
