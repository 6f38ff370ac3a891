using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using CsCheck;

namespace Bot.Knowledge.Tests.Search;

/// <summary>The parts of a score against BM25 computed the slow way, from the words themselves.</summary>
public class ScorePartsTests
{
    private static readonly string[] Words = ["zebra", "lion", "graze", "sleep", "river", "night", "number", "gone"];

    private static readonly Gen<string> Sentence = Gen.Int[0, Words.Length - 1].Array[1, 6].Select(at => string.Join(' ', at.Select(word => Words[word])) + ".");

    private static readonly Gen<string> Block = Gen.Select(Gen.Int[0, 6], Sentence.Array[1, 4], (kind, sentences) => kind switch
    {
        0 => "# " + sentences[0],
        1 => "! " + sentences[0],
        _ => string.Join(' ', sentences),
    });

    private static readonly Gen<(string Title, string Text)[]> Articles =
        Gen.Select(Sentence, Block.Array[1, 6].Select(blocks => string.Join("\n\n", blocks))).Array[1, 5];

    [Fact]
    public void Each_part_is_BM25_of_the_words_it_names() => Articles.Sample(
        articles =>
        {
            using var index = new PassageIndex();
            var written = articles.Select((article, at) => Written.Article($"a{at}", article.Text, article.Title)).ToList();
            var view = index.View([.. written.Select(article => index.Add(article.Article, article.Passages))]);
            var hits = view.Search(new PassageQuery("zebra rivers sleeping lion") { Limit = int.MaxValue }, CancellationToken.None);
            var corpus = written.SelectMany(article => Fields.Of(article.Article, article.Passages)).ToList();
            var expected = corpus.Select(fields => fields.Score(corpus, ["zebra", "river", "sleep", "lion"])).ToList();

            Assert.Equal(expected.Count(parts => parts != default), hits.Length);
            Assert.All(hits, hit => AssertClose(expected[corpus.FindIndex(fields => fields.Passage == hit.Passage && fields.Index == hit.SentenceIndex)], hit.Parts));
            Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), hits.Select(hit => hit.Score));
        },
        seed: "0000KOIKa6W3", iter: 300, threads: 1);

    private static void AssertClose(ScoreParts expected, ScoreParts actual)
    {
        Assert.Equal(expected.Sentence, actual.Sentence, 9);
        Assert.Equal(expected.Window, actual.Window, 9);
        Assert.Equal(expected.Paragraph, actual.Paragraph, 9);
        Assert.Equal(expected.Heading, actual.Heading, 9);
        Assert.Equal(expected.Title, actual.Title, 9);
    }

    private sealed record Fields(Passage Passage, int Index, string[] Own, string[] Window, string[] Paragraph, string[] Heading, string[] Title)
    {
        public static IEnumerable<Fields> Of(Article article, ImmutableArray<Passage> passages)
        {
            for (var at = 0; at < passages.Length; at++)
            {
                var passage = passages[at];
                for (var sentence = 0; passage.Kind != PassageKind.Heading && sentence < passage.Sentences.Length; sentence++)
                {
                    var before = sentence > 0 ? passage.Sentence(sentence - 1) : Flow(passages, at, at - 1) is { } last ? last.Sentence(last.Sentences.Length - 1) : "";
                    var after = sentence + 1 < passage.Sentences.Length ? passage.Sentence(sentence + 1) : Flow(passages, at, at + 1)?.Sentence(0) ?? "";
                    yield return new(
                        passage, sentence, Terms(passage.Sentence(sentence)), Terms($"{before} {passage.Sentence(sentence)} {after}"),
                        Terms(passage.Text), Terms(passage.Heading ?? ""), Terms(article.Title));
                }
            }
        }

        public ScoreParts Score(List<Fields> corpus, string[] words)
        {
            var passages = corpus.DistinctBy(fields => fields.Passage).ToList();
            var titles = corpus.DistinctBy(fields => fields.Passage.Article).ToList();
            return new(
                Sum(Ranking.Default.Sentence, Own, corpus.Average(fields => fields.Own.Length)),
                Sum(Ranking.Default.Window, Window, corpus.Average(fields => fields.Window.Length)),
                Sum(Ranking.Default.Paragraph, Paragraph, passages.Average(fields => fields.Paragraph.Length)),
                Sum(Ranking.Default.Heading, Heading, passages.Where(fields => fields.Heading.Length > 0).Select(fields => fields.Heading.Length).DefaultIfEmpty(1).Average()),
                Sum(Ranking.Default.Heading, Title, titles.Average(fields => fields.Title.Length)));

            double Sum(Bm25 bm25, string[] field, double average) => words.Sum(word =>
                field.Count(word.Equals) is > 0 and var frequency
                    ? Bm25.InverseDocumentFrequency(corpus.Count(fields => fields.Own.Contains(word)), corpus.Count) * bm25.Saturation(frequency, field.Length, average)
                    : 0);
        }

        private static Passage? Flow(ImmutableArray<Passage> passages, int from, int to) =>
            to >= 0 && to < passages.Length && Flows(passages[from]) && Flows(passages[to]) ? passages[to] : null;

        private static bool Flows(Passage passage) => passage.Kind is not (PassageKind.Heading or PassageKind.Caption);

        private static string[] Terms(string text) => [.. TextAnalysis.Terms(text, "en").Select(term => term.Text)];
    }
}
