using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Keeping;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;
using Bot.Knowledge.Tests.Passages;
using CsCheck;

namespace Bot.Knowledge.Tests.Keeping;

public sealed class KeptArticlesTests : IDisposable
{
    private static readonly string[] Queries = ["the word", "said Rowling", "Title 3", "lorem", "日本語", "مارس العربية"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bot-kept-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_found_in_a_kept_index_is_what_is_found_in_memory_with_the_same_scores() =>
        Gen.Select(RandomArticleTests.Articles.Array[1, 6], Gen.Int[0, 6]).Sample(
            (random, gone) =>
            {
                var articles = random.Select((article, at) => Split(article with { Slug = $"a{at}", Title = $"Title {at} word" })).ToImmutableArray();
                using var memory = new PassageIndex();
                var inMemory = Seen(memory.View([.. articles.Select(article => memory.Add(article, place: null))]));

                var folder = Path.Combine(_folder, Path.GetRandomFileName());
                Assert.Equal(inMemory, Kept(folder, articles));
                Assert.Equal(inMemory, Kept(folder, articles));

                // Fewer, and all again: what was removed is gone, and what comes back is as it was.
                var fewer = articles.RemoveAt(gone % articles.Length);
                using var without = new PassageIndex();
                Assert.Equal(Seen(without.View([.. fewer.Select(article => without.Add(article, place: null))])), Kept(folder, fewer));
                Assert.Equal(inMemory, Kept(folder, articles));
            },
            iter: 25, threads: 1);

    [Fact]
    public void An_article_is_read_back_as_it_was_in_every_part() =>
        RandomArticleTests.Articles.Sample(
            random =>
            {
                var article = random with
                {
                    Slug = "news/a",
                    Title = "Ein Titel",
                    Byline = "Maya Cole",
                    Published = new(2024, 5, 14, 6, 30, 0, TimeSpan.FromMinutes(-210)),
                    Source = new("https://example.org/ä?b=%20c"),
                    Tags = ["traffic", "Lorne"],
                    Status = ArticleStatus.Draft,
                    PublishAt = new(2024, 5, 15, 0, 0, 0, TimeSpan.Zero),
                    Display = ArticleDisplay.Excerpt,
                    Blocks = [.. random.Blocks.Select(block => block with { Credit = "AP", Parts = [block.Span], HasHeader = true, Attribution = block.Level > 2 ? "Somebody" : null })],
                    Inlines = [new(InlineKind.Link, new(0, random.Text.Length), "https://example.org/"), new(InlineKind.Code, new(0, 0))],
                };
                var (_, passages) = Split(article);
                var sentences = new ArticleDocuments(7, article).Read(passages);
                if (ArticleWriter.Write(new("key", 1, 2), sentences, passages) is not { } bytes)
                {
                    Assert.Contains(article.Text, char.IsSurrogate);
                    return;
                }

                var (place, read, readSentences) = ArticleBytes.Read("key", bytes);

                Assert.Equal(new("key", 1, 2), place);
                Assert.Equal(Told(article), Told(read.Article));
                Assert.Equal(passages.Select(Told), read.Passages.Select(Told));
                Assert.Equal(Told(sentences), Told(readSentences));
                Assert.All(read.Passages, passage => Assert.Same(read.Article, passage.Article));
            },
            iter: 150, threads: 1);

    [Fact]
    public void Half_a_pair_of_surrogates_is_not_kept_rather_than_changed()
    {
        ImmutableArray<IndexedArticle> articles = [Split(new Article { Slug = "a", Title = "Half", Language = "en", Text = "The word \uD83D stands.", Blocks = [] })];
        var seen = Kept(_folder, articles);
        using var slot = IndexSlot.Take(_folder, DateTimeOffset.UnixEpoch);
        using var index = PassageIndex.Open(slot);
        Assert.Empty(index.Find("file-a"));
        Assert.Contains("The word \uD83D stands.", seen.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_a_files_articles_are_none()
    {
        var article = Split(new Article { Slug = "a", Title = "One", Language = "en", Text = "Zebras graze.", Blocks = [] });
        using (var index = PassageIndex.Open(IndexSlot.Take(_folder, DateTimeOffset.UnixEpoch)))
        {
            index.Keep([index.Add(article, new KeptPlace("file", 1, 2))]);
        }

        using var again = PassageIndex.Open(IndexSlot.Take(_folder, DateTimeOffset.UnixEpoch));
        Assert.Empty(again.Find("file"));
    }

    private static IndexedArticle Split(Article article) => new(article, PassageSplitter.Split(article));

    // As a process does it from its start to its end.
    private static ImmutableArray<string> Kept(string folder, ImmutableArray<IndexedArticle> articles)
    {
        using var index = PassageIndex.Open(IndexSlot.Take(folder, DateTimeOffset.UnixEpoch));
        List<IndexedSentences> sentences = [];
        foreach (var article in articles)
        {
            var key = $"file-{article.Article.Slug}";
            sentences.Add(index.Add(index.Find(key) is [var known] ? known : article, new KeptPlace(key, 0, 1)));
        }

        var view = index.View(sentences);
        index.Keep(sentences);
        var seen = Seen(view);
        view.Release();
        return seen;
    }

    private static ImmutableArray<string> Seen(PassageView view) =>
    [
        .. Queries.SelectMany(query => view.Search(new PassageQuery(query) { Limit = 500 }, CancellationToken.None)
            .Select(hit => $"{hit.Passage.Id} {hit.SentenceIndex} {hit.Score:R} {hit.Parts} {hit.Text}")
            .Append($"{view.InverseDocumentFrequency("en", "word"):R}")),
    ];

    private static string Told(Article article) => string.Join('|',
        article with { Blocks = [], Inlines = [], Tags = [] },
        string.Join(',', article.Tags),
        string.Join(',', article.Blocks.Select(block => $"{block with { Parts = [] }} {string.Join(' ', block.Parts)}")),
        string.Join(',', article.Inlines));

    private static string Told(Passage passage) =>
        $"{passage} {passage.Kind} {passage.Span} {string.Join(' ', passage.Sentences)} {passage.Heading}|{passage.TableHeader}|{passage.Credit}|{passage.Attribution}";

    private static string Told(IndexedSentences sentences) => string.Join(' ',
        sentences.Number, sentences.TitleLength, sentences.WindowTerms,
        string.Join(',', sentences.Runs.Select(run => $"{run.Passage.Id} {run.First} {run.Length} {run.HeadingLength} {run.Continues}")),
        string.Join(',', Enumerable.Range(0, sentences.Count).Select(sentences.Length)));
}
