using Bot.Discord.Commands;
using Bot.Discord.Tests.Running;
using Bot.Knowledge;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Commands;

/// <summary>Which articles readers may ask, and which they mean.</summary>
public sealed class ReadersShelfTests : IAsyncDisposable
{
    private readonly ArticleFolder _articles = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;
    private readonly ReadersShelf _shelf;

    public ReadersShelfTests()
    {
        _articles.Write("election", "Élection: who won in Øster Ångby?", "2026-11-25");
        _articles.Write("dam", "The dam", "2026-11-22");
        _articles.Write("draft", "The dam, a draft", "2026-11-25", status: "draft");
        _articles.Write("old/dam", "The dam is built", "1999-01-02");
        _articles.Write("宝", "ダムが決壊した", "1998-01-02");
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Knowledge:Path", _articles.Path)]).Build());
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging();
        _services = services.AddKnowledge().BuildServiceProvider();
        _shelf = new(_services.GetRequiredService<KnowledgeBase>(), _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _articles.Dispose();
    }

    [Theory]
    [InlineData("", "election dam old/dam 宝"), InlineData("DAM", "dam old/dam"), InlineData("elect", "election"), InlineData("won", "election")]
    [InlineData("ångby ELECTION", "election"), InlineData("am", ""), InlineData("dam built", "old/dam"), InlineData("決壊", "宝"), InlineData("?", "election"), InlineData("nothing", "")]
    public void Has_those_whose_titles_have_the_words_as_people_type_them_the_newest_first(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', _shelf.Matching(typed).Select(article => article.Slug)));

    [Theory]
    [InlineData("dam", "dam"), InlineData("old/dam", "old/dam"), InlineData("the DAM ", "dam"), InlineData("who won", "election"), InlineData("the", null), InlineData("draft", null), InlineData("", null)]
    public void Finds_the_one_that_is_named_and_none_where_several_could_be(string said, string? slug) => Assert.Equal(slug, _shelf.Find(said)?.Slug);

    [Theory, InlineData("the damm", "dam old/dam"), InlineData("elektion", "election"), InlineData("zzzz", "")]
    public void Knows_what_somebody_may_have_meant(string said, string slugs) => Assert.Equal(slugs, string.Join(' ', _shelf.Near(said).Select(article => article.Slug)));

    [Fact]
    public async Task Has_what_is_public_now_and_what_the_files_say_now()
    {
        _articles.Write("later", "A flood", "2026-11-24\npublish_at: 2026-11-27");
        await _services.GetRequiredService<KnowledgeBase>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_shelf.Matching("flood"));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("later", Assert.Single(_shelf.Matching("flood")).Slug);
        File.Delete(Path.Combine(_articles.Path, "later.md"));
        await _services.GetRequiredService<KnowledgeBase>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_shelf.Matching("flood"));
    }
}
