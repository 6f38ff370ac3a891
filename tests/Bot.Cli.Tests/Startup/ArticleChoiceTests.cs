using Bot.Cli.Startup;
using Bot.Knowledge.Articles;

namespace Bot.Cli.Tests.Startup;

public sealed class ArticleChoiceTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_unknown_article_is_named_with_the_closest_one()
    {
        var articles = Some.Articles(Some.Article(slug: "bridge"), Some.Article(slug: "harvest"));

        var error = Assert.Throws<CommandError>(() => ArticleChoice.Find(articles, "bridges", editor: false, Now));

        Assert.Contains("'bridges'; the closest is 'bridge'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_is_never_suggested_to_readers()
    {
        var articles = Some.Articles(Some.Article(slug: "bridge") with { Status = ArticleStatus.Draft }, Some.Article(slug: "bridge-over"));

        var error = Assert.Throws<CommandError>(() => ArticleChoice.Find(articles, "bridges", editor: false, Now));

        Assert.Contains("'bridge-over'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ArticleStatus.Draft, null, "a draft")]
    [InlineData(ArticleStatus.Withdrawn, null, "withdrawn")]
    [InlineData(ArticleStatus.Published, "2024-06-02", "not published yet")]
    public void An_article_that_is_not_public_says_how_editors_ask_it(ArticleStatus status, string? publishAt, string state)
    {
        var articles = Some.Articles(Some.Article() with { Status = status, PublishAt = publishAt is null ? null : DateTimeOffset.Parse(publishAt + "Z", null) });

        var error = Assert.Throws<CommandError>(() => ArticleChoice.Find(articles, "bridge", editor: false, Now));

        Assert.Contains($"'bridge' is {state}: add --editor", error.Message, StringComparison.Ordinal);
        Assert.Equal("bridge", ArticleChoice.Find(articles, "bridge", editor: true, Now).Article.Slug);
    }

    [Fact]
    public void Readers_are_shown_public_articles_only_and_editors_all()
    {
        var articles = Some.Articles(Some.Article(slug: "b"), Some.Article(slug: "a"), Some.Article(slug: "c") with { Status = ArticleStatus.Draft });

        Assert.Equal(["a", "b"], ArticleChoice.Askable(articles, editor: false, Now).Select(indexed => indexed.Article.Slug));
        Assert.Equal(["a", "b", "c"], ArticleChoice.Askable(articles, editor: true, Now).Select(indexed => indexed.Article.Slug));
    }
}
