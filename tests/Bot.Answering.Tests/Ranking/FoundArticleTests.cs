using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Answering.Tests.ScriptedModel;

namespace Bot.Answering.Tests.Ranking;

public sealed class FoundArticleTests
{
    [Fact]
    public void An_article_reaches_what_its_sentences_have_together()
    {
        var article = Found("Which towns signed the paper?", "Paper");
        article.Add([1, 0, 0]);
        article.Add([0, 0.5, 0]);

        Assert.Equal(0.5, Told(article, found: 2)[Signal.Reach], precision: 9);
    }

    [Fact]
    public void Its_share_is_that_of_all_sentences_found()
    {
        var article = Found("Which towns signed the paper?", "Paper");
        article.Add([1, 0, 0]);

        Assert.Equal(0.25, Told(article, found: 4)[Signal.OfArticle]);
    }

    [Fact]
    public void Among_many_articles_the_title_tells_what_one_is_about()
    {
        var article = Found("Which towns signed the paper?", "The towns of the Linde");
        article.Add([1, 1, 1]);

        Assert.Equal(1.0 / 3, Told(article, found: 2)[Signal.Titled], precision: 9);
    }

    [Fact]
    public void Whoever_asks_one_article_has_chosen_its_title()
    {
        var article = Found("Which towns signed the paper?", "Storm");
        article.Add([1, 1, 1]);

        Assert.Equal(1, Told(article, found: 1)[Signal.Titled]);
    }

    private static Signals Told(FoundArticle article, int found)
    {
        var signals = new Signals();
        article.Tell(signals, found);
        return signals;
    }

    private static FoundArticle Found(string question, string title)
    {
        var terms = QuestionReader.Read(question, "en").Terms;
        return new(SomeMaterial.Passage("It is.", title: title).Article, terms, [.. terms.Select(_ => 1.0)]);
    }
}
