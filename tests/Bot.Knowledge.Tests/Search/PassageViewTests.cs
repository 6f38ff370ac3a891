using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using CsCheck;

namespace Bot.Knowledge.Tests.Search;

public sealed class PassageViewTests : IDisposable
{
    private readonly PassageIndex _index = new();

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Finds_the_sentence_that_has_the_words_first()
    {
        var view = View(Written.Article("a", "The army left. The town of Baghouz fell on Saturday. Nobody was hurt.\n\nIt rained."));
        var hit = Search(view, "When did Baghouz fall?")[0];
        Assert.Equal("The town of Baghouz fell on Saturday.", hit.Text);
        Assert.Equal(1, hit.SentenceIndex);
        Assert.Equal("a#1", hit.Passage.Id.ToString());
    }

    [Fact]
    public void Finds_nothing_when_no_word_is_known() => Assert.Empty(Search(View(Written.Article("a", "The army left.")), "zebra"));

    [Fact]
    public void Finds_nothing_in_no_articles() => Assert.Empty(Search(View(), "army"));

    [Fact]
    public void Finds_nothing_for_a_question_of_stop_words() => Assert.Empty(Search(View(Written.Article("a", "What is it. The army left.")), "What is it?"));

    [Fact]
    public void A_passage_and_its_neighbours_lend_their_words_to_a_sentence()
    {
        var view = View(Written.Article("a", "Zebras graze. They rest. They sleep far away from everything else.\n\nThe night is quiet."));
        var hits = Search(view, "zebras").ToDictionary(hit => hit.Text);
        Assert.Equal(3, hits.Count);
        Assert.True(hits["Zebras graze."].Parts is { Sentence: > 0, Window: > 0, Paragraph: > 0 });
        Assert.True(hits["They rest."].Parts is { Sentence: 0, Window: > 0, Paragraph: > 0 });
        Assert.True(hits["They sleep far away from everything else."].Parts is { Sentence: 0, Window: 0, Paragraph: > 0 });
    }

    [Theory]
    [InlineData("Zebras graze.\n\nThey rest.", true)]
    [InlineData("Zebras graze.\n\n# Night\n\nThey rest.", false)]
    [InlineData("Zebras graze.\n\n! They rest.", false)]
    [InlineData("! Zebras graze.\n\nThey rest.", false)]
    public void A_window_reads_on_into_the_next_paragraph_but_not_past_a_heading_or_caption(string text, bool readsOn) =>
        Assert.Equal(readsOn, Search(View(Written.Article("a", text)), "zebras").Any(hit => hit.Text.EndsWith("They rest.", StringComparison.Ordinal)));

    [Fact]
    public void A_window_ends_with_its_article()
    {
        var view = View(Written.Article("a", "Zebras graze."), Written.Article("b", "They rest."));
        Assert.Equal("a", Assert.Single(Search(view, "zebras")).Passage.Article.Slug);
    }

    [Fact]
    public void A_heading_is_context_of_what_stands_under_it_and_never_a_hit()
    {
        var view = View(Written.Article("a", "It rains.\n\n# Zebras\n\nThey graze. They rest.\n\nThey sleep."));
        var hits = Search(view, "zebras");
        Assert.Equal(["They graze.", "They rest.", "They sleep."], hits.Select(hit => hit.Text));
        Assert.All(hits, hit => Assert.True(hit.Parts is { Heading: > 0, Sentence: 0, Paragraph: 0, Window: 0 }));
    }

    [Fact]
    public void A_title_is_context_of_its_article_alone()
    {
        var view = View(Written.Article("a", "They graze.", "Zebras"), Written.Article("b", "They rest.", "Lions"));
        Assert.True(Assert.Single(Search(view, "zebras")) is { Text: "They graze.", Parts.Title: > 0, Parts.Sentence: 0 });
    }

    [Fact]
    public void The_score_is_the_weighted_sum_of_the_parts_to_seven_digits()
    {
        var view = View(Written.Article("a", "# Zebras\n\nZebras graze. They rest.\n\nLions sleep.", "Zebras and lions"));
        Assert.All(Search(view, "zebras and lions"), hit => Assert.Equal((float)Ranking.Default.Score(hit.Parts), hit.Score));
    }

    [Fact]
    public void Each_article_is_searched_in_its_own_language()
    {
        var view = View(
            Written.Article("de", "Die Häuser brennen. Die Kinder schlafen.", language: "de"),
            Written.Article("en", "The children sleep. The houses burn."));
        Assert.Equal(["Die Häuser brennen."], Search(view, "Haus").Where(hit => hit.Parts.Sentence > 0).Select(hit => hit.Text));
        Assert.Equal(["The houses burn."], Search(view, "house").Where(hit => hit.Parts.Sentence > 0).Select(hit => hit.Text));
    }

    [Fact]
    public void Only_the_articles_asked_for_are_searched()
    {
        var view = View(Written.Article("a", "Zebras graze."), Written.Article("b", "Zebras rest."));
        var hits = view.Search(new PassageQuery("zebras") { Articles = new HashSet<string> { "b" } }, CancellationToken.None);
        Assert.Equal("b", Assert.Single(hits).Passage.Article.Slug);
    }

    [Fact]
    public void Readers_find_only_what_is_public_at_the_moment_they_ask()
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var view = View(
            As(Written.Article("draft", "Zebras graze."), article => article with { Status = ArticleStatus.Draft }),
            As(Written.Article("withdrawn", "Zebras graze."), article => article with { Status = ArticleStatus.Withdrawn }),
            As(Written.Article("later", "Zebras graze."), article => article with { PublishAt = noon }),
            Written.Article("public", "Zebras graze."));
        Assert.Equal(["public"], At(noon.AddTicks(-1)));
        Assert.Equal(["later", "public"], At(noon));
        Assert.Equal(["draft", "later", "public", "withdrawn"], At(null));

        IEnumerable<string> At(DateTimeOffset? moment) =>
            view.Search(new PassageQuery("zebras") { PublicAt = moment }, CancellationToken.None).Select(hit => hit.Passage.Article.Slug);
    }

    [Fact]
    public void Equal_scores_are_ordered_by_slug_and_place()
    {
        var view = View(Written.Article("b", "Zebras graze.\n\nZebras graze."), Written.Article("a", "Zebras graze.\n\nZebras graze."));
        Assert.Equal(["a#1", "a#2", "b#1", "b#2"], Search(view, "zebras").Select(hit => hit.Passage.Id.ToString()));
    }

    [Fact]
    public void At_most_as_many_as_asked_for_are_found_and_they_are_the_best()
    {
        var view = View(Written.Article("a", string.Join("\n\n", Enumerable.Range(0, 300).Select(at => at % 7 == 3 ? $"Zebras met lions {at}." : $"Zebras graze {at}."))));
        var all = view.Search(new PassageQuery("zebras lions") { Limit = 1000 }, CancellationToken.None);
        Assert.Equal(300, all.Length);
        Assert.Equal(all.Take(20), view.Search(new PassageQuery("zebras lions") { Limit = 20 }, CancellationToken.None));
        Assert.Empty(view.Search(new PassageQuery("zebras lions") { Limit = 0 }, CancellationToken.None));
    }

    [Fact]
    public void What_was_searched_before_makes_no_difference()
    {
        var view = View(Written.Article("a", "Zebras graze. Lions rest.\n\nZebras met lions."), Written.Article("b", "Lions hunt zebras."));
        var found = Search(view, "lions");
        Search(view, "zebras graze");
        Assert.Equal(found, Search(view, "lions"));
    }

    [Fact]
    public void A_very_long_question_is_cut_not_refused()
    {
        var view = View(Written.Article("a", "Zebras graze."));
        Assert.Single(Search(view, "zebras " + string.Join(' ', Enumerable.Range(0, 100_000))));
    }

    [Theory]
    [InlineData("zebras AND (")]
    [InlineData("title:zebras~ \"")]
    [InlineData("zebras\0*?[]{}")]
    public void Signs_in_a_question_are_no_commands(string question) => Assert.Single(Search(View(Written.Article("a", "Zebras graze.")), question));

    [Fact]
    public void A_cancelled_search_stops()
    {
        var view = View(Written.Article("a", "Zebras graze."));
        Assert.ThrowsAny<OperationCanceledException>(() => view.Search(new PassageQuery("zebras"), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_rarer_word_tells_more_and_an_unknown_one_most()
    {
        var view = View(Written.Article("a", "Zebras graze. Zebras and lions rest. Zebras run."));
        var zebra = view.InverseDocumentFrequency("en", "zebra");
        var lion = view.InverseDocumentFrequency("en", "lion");
        Assert.True(0 < zebra && zebra < lion && lion < view.InverseDocumentFrequency("en", "tiger"));
        Assert.Equal(Math.Log(1 + (2.5 / 1.5)), lion, 12);
    }

    [Fact]
    public void What_is_found_depends_on_the_live_articles_alone_not_on_what_came_and_went() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3]).List[1, 40].Sample(
            steps =>
            {
                using var index = new PassageIndex();
                Dictionary<int, IndexedSentences> live = [];
                foreach (var (slot, version) in steps)
                {
                    if (live.Remove(slot, out var gone))
                    {
                        index.Remove(gone);
                    }

                    if (version > 0)
                    {
                        var (article, passages) = Slot(slot, version);
                        live[slot] = index.Add(article, passages);
                    }

                    // Some steps make segments of their own, some share one.
                    if (slot < 2)
                    {
                        index.View(live.Values).Release();
                    }
                }

                using var fresh = new PassageIndex();
                var anew = live.Values.Reverse().Select(kept => fresh.Add(kept.Article, [.. kept.Runs.Select(run => run.Passage)])).ToList();
                Assert.Equal(Seen(fresh.View(anew)), Seen(index.View(live.Values)));
            },
            seed: "0000KOIKa6W3", iter: 150, threads: 1);

    private static (Article Article, ImmutableArray<Passage> Passages) Slot(int slot, int version) => Written.Article(
        $"slot{slot}", string.Join("\n\n", Enumerable.Range(0, version + slot).Select(at => $"Zebra number{at} grazed. Lion version{version} rested near slot{slot}.")) + "\n\nEnd.");

    private static IEnumerable<string> Seen(PassageView view) =>
        view.Search(new PassageQuery("zebra lion number1 version2 slot3") { Limit = 500 }, CancellationToken.None)
            .Select(hit => $"{hit.Passage.Id} {hit.SentenceIndex} {hit.Score:R} {hit.Text}")
            .Append($"{view.InverseDocumentFrequency("en", "zebra"):R}");

    private static (Article Article, ImmutableArray<Passage> Passages) As((Article Article, ImmutableArray<Passage> Passages) written, Func<Article, Article> change)
    {
        var article = change(written.Article);
        return (article, [.. written.Passages.Select(passage => new Passage(article, passage.Id.Ordinal, passage.Kind, passage.Span, passage.Sentences))]);
    }

    private static ImmutableArray<SearchHit> Search(PassageView view, string text) => view.Search(new PassageQuery(text), CancellationToken.None);

    private PassageView View(params (Article Article, ImmutableArray<Passage> Passages)[] articles) =>
        _index.View([.. articles.Select(written => _index.Add(written.Article, written.Passages))]);
}
