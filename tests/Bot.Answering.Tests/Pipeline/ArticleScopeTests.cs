using Bot.Answering.Answers;
using Bot.Answering.Questions;

namespace Bot.Answering.Tests.Pipeline;

public sealed class ArticleScopeTests
{
    private static readonly (string, string)[] Files =
    [
        ("mill.md", "---\ntitle: The mill\nlanguage: en\ntags: [Harbour]\n---\nThe mill in Orsted burned down on Monday. Nobody was hurt.\n"),
        ("quay.md", "---\ntitle: The quay\nlanguage: en\ntags: [Council]\n---\nThe quay in Orsted was closed on Friday. Two ships were moved.\n"),
    ];

    [Fact]
    public async Task A_question_is_answered_from_the_articles_that_may_be_asked()
    {
        await using var bot = AskedBot.Over(Files);
        var asked = new Question("When did the mill in Orsted burn down?");
        Assert.Equal("mill", Assert.Single(Assert.IsType<Answer.Answered>((await bot.AskAsync(asked with { Scope = new() { Slugs = ["mill"] } })).Answer).Citations).Article.Slug);
        Assert.Equal("mill", Assert.Single(Assert.IsType<Answer.Answered>((await bot.AskAsync(asked with { Scope = new() { Tags = ["harbour"] } })).Answer).Citations).Article.Slug);
    }

    [Fact]
    public async Task What_other_articles_say_is_neither_told_nor_named()
    {
        await using var bot = AskedBot.Over(Files);
        var (answer, _) = await bot.AskAsync(new Question("When did the mill in Orsted burn down?") { Scope = new() { Tags = ["Council"] } });
        Assert.IsNotType<Answer.Answered>(answer);
        Assert.Empty(answer.Citations);
        Assert.DoesNotContain("The mill", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_may_not_be_asked_is_unknown()
    {
        await using var bot = AskedBot.Over(Files);
        var question = new Question("What happened?") { Article = "mill", Scope = new() { Slugs = ["quay"] } };
        await Assert.ThrowsAsync<UnknownArticleException>(() => bot.AskAsync(question));
    }

    [Fact]
    public async Task A_scope_whose_articles_are_gone_leaves_nothing_to_ask()
    {
        await using var bot = AskedBot.Over(Files);
        var (answer, _) = await bot.AskAsync(new Question("When did the mill in Orsted burn down?") { Scope = new() { Slugs = ["gone"] } });
        Assert.Empty(answer.Citations);
    }
}
