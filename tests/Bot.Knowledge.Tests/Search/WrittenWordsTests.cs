using Bot.Knowledge.Search;

namespace Bot.Knowledge.Tests.Search;

public sealed class WrittenWordsTests : IDisposable
{
    private static readonly PassageQuery Everything = new("");

    private readonly PassageIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_word_is_known_as_it_is_written_wherever_in_its_article_and_as_often() =>
        Assert.Equal(3, View("# Zebras\n\nThe ZEBRAS graze; zebras' night.").CountWritten("zebras", Everything));

    [Fact]
    public void A_word_is_known_in_another_form_too()
    {
        var view = View("Zebras graze.");
        Assert.True(view.Uses("grazing", "graze", Everything));
        Assert.False(view.Uses("grase", "grase", Everything));
    }

    [Fact]
    public void Words_that_begin_alike_and_are_about_as_long_are_like() =>
        Assert.Equal(["grade", "graze", "grazed"], View("Graze, grazed, grazing, grade, zebra, gr.").WrittenLike("grase", 1).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_articles_asked_count()
    {
        var view = View("Zebras graze.", "Lions sleep.");
        Assert.Equal(0, view.CountWritten("lions", new PassageQuery("") { Articles = new HashSet<string> { "a0" } }));
        Assert.False(view.Uses("lions", "lion", new PassageQuery("") { Articles = new HashSet<string> { "a0" } }));
        Assert.True(view.Uses("lions", "lion", new PassageQuery("") { Articles = new HashSet<string> { "a1" } }));
    }

    [Fact]
    public void An_article_that_is_gone_no_longer_counts()
    {
        var (article, passages) = Written.Article("a", "Zebras graze.");
        var (kept, keptPassages) = Written.Article("b", "Lions sleep.");
        var gone = _index.Add(article, passages);
        var live = _index.Add(kept, keptPassages);
        _index.View([gone, live]).Release();
        _index.Remove(gone);
        Assert.Equal(0, _index.View([live]).CountWritten("zebras", Everything));
    }

    private PassageView View(params string[] texts) => _index.View(
        [.. texts.Select((text, at) => Written.Article($"a{at}", text)).Select(written => _index.Add(written.Article, written.Passages))]);
}
