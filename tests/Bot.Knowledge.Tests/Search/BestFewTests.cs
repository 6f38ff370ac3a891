using System.Collections.Immutable;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using CsCheck;

namespace Bot.Knowledge.Tests.Search;

/// <summary>Most articles are passed over unscored: none of those that count may be.</summary>
public sealed class BestFewTests
{
    // From one that nearly every sentence has to one that hardly any has.
    private static readonly string[] Words = ["zebra", "lion", "graze", "sleep", "river", "night", "number", "island", "comet", "violin"];

    private static readonly Gen<string> Sentence = Gen.Int[0, 999].Array[1, 7].Select(at => string.Join(" ", at.Select(share => Words[share * share / 1_000 * share * Words.Length / 1_000_000])) + ".");

    private static readonly Gen<string> Block = Gen.Select(Gen.Int[0, 8], Sentence.Array[1, 3], (kind, sentences) => kind == 0 ? "# " + sentences[0] : string.Join(' ', sentences));

    private static readonly Gen<(string Title, string Text)[]> Articles =
        Gen.Select(Sentence, Block.Array[1, 4].Select(blocks => string.Join("\n\n", blocks))).Array[1, 40];

    // Of each of the first three words there are thousands.
    private static readonly Gen<string> CommonSentence = Gen.Int[0, 9].Array[1, 7].Select(at => string.Join(" ", at.Select(word => Words[word / 2])) + ".");

    private static readonly Gen<(string Title, string Text)[]> LongArticles =
        Gen.Select(Sentence, CommonSentence.Array[1, 200].Select(sentences => string.Join("\n\n", sentences.Chunk(3).Select(some => string.Join(' ', some))))).Array[60];

    [Fact]
    public void The_best_few_are_the_first_of_all_that_is_found() => Gen.Select(Articles, Sentence, Gen.Int[1, 12]).Sample(
        (articles, question, few) =>
        {
            using var index = new PassageIndex();
            var written = articles.Select((article, at) => Written.Article($"a{at:00}", article.Text, article.Title)).ToList();
            var view = index.View([.. written.Select(article => index.Add(article.Article, article.Passages))]);
            var all = Seen(view, new PassageQuery(question) { Limit = int.MaxValue });
            Assert.Equal(all.Take(few), Seen(view, new PassageQuery(question) { Limit = few }));
            Assert.Equal(all.Take(50), Seen(view, new PassageQuery(question)));

            var some = articles.Select((_, at) => $"a{at:00}").Where((_, at) => at % 3 == 0).ToHashSet();
            Assert.Equal(
                all.Where(hit => some.Contains(hit[..3])).Take(few),
                Seen(view, new PassageQuery(question) { Limit = few, Articles = some }));
        },
        iter: 150, threads: 1);

    [Fact]
    public void Of_many_that_are_equally_good_the_first_by_name_are_found_in_whatever_order_they_came()
    {
        using var index = new PassageIndex();
        var common = string.Join(' ', Enumerable.Repeat("The zebra grazes.", 60));
        var written = Enumerable.Range(0, 40).Reverse().Select(at => Written.Article($"a{at:00}", common));
        var view = index.View([.. written.Select(article => index.Add(article.Article, article.Passages))]);

        Assert.Equal(["a00", "a00", "a00", "a00"], Seen(view, new PassageQuery("zebra") { Limit = 4 }).Select(hit => hit[..3]));
    }

    // How far a word that thousands of sentences have can bring an article is worked out once and kept.
    [Fact]
    public void The_best_few_are_the_first_of_all_where_words_are_common_too() => Gen.Select(LongArticles, Sentence, Gen.Int[1, 12]).Sample(
        (articles, question, few) =>
        {
            using var index = new PassageIndex();
            var written = articles.Select((article, at) => Written.Article($"a{at:00}", article.Text, article.Title)).ToList();
            var view = index.View([.. written.Select(article => index.Add(article.Article, article.Passages))]);
            foreach (var asked in new[] { question + " zebra", "zebra lion", "graze", question })
            {
                var all = Seen(view, new PassageQuery(asked) { Limit = int.MaxValue });
                Assert.Equal(all.Take(few), Seen(view, new PassageQuery(asked) { Limit = few }));
                Assert.Equal(all.Take(50), Seen(view, new PassageQuery(asked)));
            }
        },
        iter: 3, threads: 1);

    [Fact]
    public void A_word_that_very_many_sentences_have_is_found_alike_whenever_it_is_asked_for()
    {
        using var index = new PassageIndex();
        var (article, passages) = Written.Article("a", string.Join("\n\n", Enumerable.Range(0, 3_000).Select(at => $"Zebra number{at % 700} grazes. Lions rest.")));
        var sentences = index.Add(article, passages);
        var (view, fresh) = (index.View([sentences]), index.View([sentences]));
        var first = Seen(view, new PassageQuery("zebra number7"));
        Seen(view, new PassageQuery("lions"));
        Seen(view, new PassageQuery("number9 lions"));
        Assert.Equal(first, Seen(view, new PassageQuery("zebra number7")));
        Assert.Equal(Seen(fresh, new PassageQuery("lion zebra")), Seen(view, new PassageQuery("lion zebra")));
    }

    [Fact]
    public void An_article_is_found_from_the_moment_it_is_due_and_not_before()
    {
        var due = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
        using var index = new PassageIndex();
        var (article, passages) = Written.Article("a", "Zebras graze.");
        var later = article with { PublishAt = due };
        var view = index.View([index.Add(later, [.. passages.Select(passage => new Passage(later, passage.Id.Ordinal, passage.Kind, passage.Span, passage.Sentences))])]);
        foreach (var (moment, found) in new[] { (due.AddTicks(-1), 0), (due, 1), (due.AddYears(1), 1), (due.AddYears(-1), 0) })
        {
            Assert.Equal(found, view.Search(new PassageQuery("zebras") { PublicAt = moment }, CancellationToken.None).Length);
        }
    }

    private static ImmutableArray<string> Seen(PassageView view, PassageQuery query) =>
        [.. view.Search(query, CancellationToken.None).Select(hit => $"{hit.Passage.Id} {hit.SentenceIndex} {hit.Score:R} {hit.Parts}")];
}
