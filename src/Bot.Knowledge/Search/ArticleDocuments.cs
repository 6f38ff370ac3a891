using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Keeping;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Passages;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Term = Bot.Knowledge.Languages.Term;

namespace Bot.Knowledge.Search;

/// <summary>Makes the index's documents of one article: one a sentence, in order, which the index keeps side by side.</summary>
internal sealed class ArticleDocuments(int number, Article article)
{
    private readonly List<PassageRun> _runs = [];
    private readonly List<Analysed> _sentences = [];
    private ImmutableArray<Term> _title = [];
    private (string File, byte[] Bytes)? _kept;

    private readonly record struct Analysed(ImmutableArray<Term> Sentence, ImmutableArray<Term> Heading);

    /// <summary>Analyses the passages. Headings are no sentences of their own: they count as context of what stands under them.</summary>
    public IndexedSentences Read(ImmutableArray<Passage> passages)
    {
        _title = Analyse(article.Title);
        Passage? previous = null;
        foreach (var passage in passages)
        {
            if (passage.Kind != PassageKind.Heading)
            {
                ReadPassage(passage, continues: previous is { Kind: not (PassageKind.Heading or PassageKind.Caption) }
                    && passage.Kind != PassageKind.Caption);
            }

            previous = passage;
        }

        return new(number, article, _title.Length, [.. _runs], [.. _sentences.Select(words => words.Sentence.Length)]);
    }

    /// <summary>Has the article kept with its documents, so that a later process need not read it. Call it after <see cref="Read"/>.</summary>
    public void Keep(KeptPlace place, IndexedSentences sentences, ImmutableArray<Passage> passages) =>
        _kept = ArticleWriter.Write(place, sentences, passages) is { } bytes ? (place.Key, bytes) : null;

    /// <summary>The documents of what was read. Each is valid until the next is asked for.</summary>
    public IEnumerable<IEnumerable<IIndexableField>> Documents()
    {
        // One of each for the whole article: to make them takes longer than to index what a sentence puts into them.
        NumericDocValuesField value = new(IndexFields.Article, number);
        StringField name = new(IndexFields.Article, PassageIndex.NameOf(number), Field.Store.NO);
        WordsField sentence = new(IndexFields.Sentence(article.Language));
        WordsField heading = new(IndexFields.Heading(article.Language));
        List<IIndexableField> fields = [];
        for (var at = 0; at < _sentences.Count; at++)
        {
            fields.Clear();
            fields.AddRange(value, name, sentence.Of(_sentences[at].Sentence));
            if (!_sentences[at].Heading.IsEmpty)
            {
                fields.Add(heading.Of(_sentences[at].Heading));
            }

            if (at == 0)
            {
                AddOfArticle(fields);
            }

            yield return fields;
        }
    }

    private void AddOfArticle(List<IIndexableField> fields)
    {
        if (!_title.IsEmpty)
        {
            fields.Add(new WordsField(IndexFields.Title(article.Language)).Of(_title));
        }

        fields.Add(new WordsField(IndexFields.Written).Of(WrittenWords.Of(article)));
        if (_kept is var (file, bytes))
        {
            fields.Add(new StringField(IndexFields.File, file, Field.Store.NO));
            fields.Add(new BinaryDocValuesField(IndexFields.Kept, new(bytes)));
        }
    }

    private void ReadPassage(Passage passage, bool continues)
    {
        var heading = Analyse(string.Join('\n', new[] { passage.Heading, passage.TableHeader, passage.Credit }.Where(part =>
            part is not null)));
        var first = _sentences.Count;
        for (var sentence = 0; sentence < passage.Sentences.Length; sentence++)
        {
            _sentences.Add(new(Analyse(passage.Sentence(sentence)), sentence == 0 ? heading : []));
        }

        _runs.Add(new(passage, first, _sentences.Skip(first).Sum(words => words.Sentence.Length), heading.Length, continues));
    }

    private ImmutableArray<Term> Analyse(string text) => text.Length == 0 ? [] : TextAnalysis.Terms(text, article.Language);
}
